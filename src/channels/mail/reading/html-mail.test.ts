import assert from "node:assert/strict"
import { test } from "node:test"
import { readMail } from "./read-mail.ts"

const readHtml = (html: string) => readMail(Buffer.from(`From: a@example.com\nContent-Type: text/html; charset=utf-8\n\n${html}`))

/** History as mail programs mark it in HTML; "mine" is what the writer wrote. */
const programs = {
  Gmail:
    '<div dir="ltr">mine</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Apr 2 Ann wrote:<br></div><blockquote class="gmail_quote">old</blockquote></div>',
  "Apple Mail":
    '<body>mine<div><br><blockquote type="cite"><div>On 2 Apr 2012, at 18:26, Ann &lt;a@b.example&gt; wrote:</div>old</blockquote></div></body>',
  Thunderbird: '<div class="moz-cite-prefix">Le 02/04/2012 à 18:26, Ann a écrit :</div><blockquote type="cite">old</blockquote><p>mine</p>',
  Outlook:
    '<div><p>mine</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>De :</b> Ann<br><b>Envoyé :</b> lundi 2 avril<br><b>À :</b> Bob<br><b>Objet :</b> Test</p></div><p>old</p></div>',
  "Outlook on the web":
    '<div>mine</div><hr><div id="divRplyFwdMsg"><b>From:</b> Ann<br><b>Sent:</b> Monday<br><b>To:</b> Bob<br><b>Subject:</b> Test</div><div>old</div>',
  "Outlook mobile":
    '<div>mine</div><div id="ms-outlook-mobile-signature">Get Outlook for iOS</div><div id="mail-editor-reference-message-container"><hr>old</div>',
  Yahoo: '<div>mine</div><div class="yahoo_quoted"><div>On Monday, Ann wrote:</div><div>old</div></div>',
  Proton: '<div>mine</div><div class="protonmail_quote">Le lundi, Ann a écrit :<blockquote>old</blockquote></div>',
  Hotmail:
    '<div dir="ltr">mine<br><br><div><hr id="stopSpelling">Date: Tue, 27 Nov 2012 17:31:21 -0800<br>Subject: Test<br>From: a@b.example<br>To: c@d.example<br><br><div>old</div></div></div>',
  "Outlook 2003":
    '<div>mine</div><div class="OutlookMessageHeader"><hr><b>From:</b> Ann [mailto:a@b.example] <br><b>Sent:</b> Tuesday<br><b>To:</b> Bob<br><b>Subject:</b> Test<br></div><p>old</p>',
  "Windows Mail":
    '<div>mine</div><div style="padding-top: 5px; border-top-width: 1px; border-top-style: solid;"><div><font><b>From:</b>&nbsp;<a href="mailto:a@b.example">Ann</a><br><b>Sent:</b>&nbsp;Tuesday<br><b>To:</b>&nbsp;Bob</font></div></div><div>old</div>',
  Yandex: '<div>mine</div><div> </div><div>28.11.2012, 15:00, "Ann" &lt;a@b.example&gt;:</div><blockquote><p>old</p></blockquote>',
  "Mail.ru":
    '<p>mine</p><br><br>Вторник, 27 ноября 2012, 15:00 -08:00 от Ann &lt;a@b.example&gt;:<br><blockquote style="border-left:1px solid #0857A6"><div>old</div></blockquote>',
  GMX: '<div>mine<div name="quote" style="margin:10px"><div><b>Gesendet:</b> Dienstag, 27. November 2012<br><b>Von:</b> Ann &lt;a@b.example&gt;<br><b>An:</b> Bob<br><b>Betreff:</b> Test</div><div>old</div></div></div>',
  Zimbra:
    '<div>mine<br><br><hr id="zwchr"><b>From: </b>a@b.example<br><b>To: </b>c@d.example<br><b>Sent: </b>Monday<br><b>Subject: </b>Test<br><br>old<br></div>',
  AOL: "<div>mine</div><div>-----Original Message-----<br>From: Ann<br>To: Bob<br>Subject: x<br><br>old</div>",
}

for (const [program, html] of Object.entries(programs)) {
  test(`in HTML of ${program} the new text is the writer's`, async () => {
    const mail = await readHtml(html)
    assert.equal(mail.newText, "mine")
    assert.ok(mail.quoted.includes("old"), `the history is kept: ${mail.quoted}`)
  })
}

test("answers between Gmail's quotations are new text", async () => {
  const mail = await readHtml(
    '<div class="gmail_quote"><div class="gmail_attr">On 2 Apr, Ann wrote:</div><blockquote class="gmail_quote">Come?</blockquote><div>Yes.</div><blockquote class="gmail_quote">When?</blockquote><div>Now.</div></div>',
  )
  assert.equal(mail.newText, "Yes.\n\nNow.")
})

test("a plain text that lost its quotation marks is read by its HTML", async () => {
  const raw = `From: a@example.com
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

mine
old words without any mark
--b
Content-Type: text/html

<p>mine</p><blockquote>old words without any mark</blockquote>
--b--
`
  assert.equal((await readMail(Buffer.from(raw))).newText, "mine")
})

test("HTML is read as text: paragraphs, lists, tables, links, images", async () => {
  const { text } = await readHtml(
    '<h1>Order</h1><p>Dear&nbsp;all,<br>see <a href="https://example.com/o/1">my order</a> and <a href="mailto:a@b.example">a@b.example</a></p><ul><li>one</li><li>two</li></ul><table><tr><td>Total</td><td>5 €</td></tr></table><img alt="photo" src="cid:x"><pre>a\n  b</pre>',
  )
  assert.equal(
    text,
    "Order\n\nDear all,\nsee my order <https://example.com/o/1> and a@b.example\n\n- one\n- two\n\nTotal 5 €\n\n[photo]\n\na\n  b",
  )
})
