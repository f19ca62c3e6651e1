/** The commonest passwords of eight characters and more, in lower case: those that any guesser tries first. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passw0rd p@ssw0rd p@ssword password1 password12 password123 password1234 password! passwort motdepasse motdepasse1
   motdepasse123 azertyuiop azerty12 azerty123 azerty1234 azerty12345 azertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345
   qwertyui 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 zaq12wsx q1w2e3r4 q1w2e3r4t5 qazwsxedc asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 qsdfghjklm
   12345678 123456789 1234567890 12345678910 0123456789 01234567 87654321 987654321 9876543210 0987654321 11223344 112233445566
   12341234 123123123 12121212 123321123 1234554321 13131313 147258369 159753456 741852963 123456789a a123456789 123456789abc abc123456
   abcd1234 abcdefgh abcdefg1 abc12345 a1b2c3d4 aa123456 aa12345678 asdf1234 qwer1234 1234qwer 12qwaszx iloveyou iloveyou1 iloveyou2 jetaime1
   jetaime123 sunshine sunshine1 princess princess1 football football1 baseball basketball superman superman1 batman123 starwars
   pokemon1 pokemon123 dragon123 monkey123 master123 shadow123 michael1 jennifer jordan23 nicolas1 charlie1 thomas123 marseille
   marseille13 parissaintgermain doudou123 chouchou loulou123 bonjour1 bonjour123 bonjour! soleil123 nicolas123 camille1 camille123
   welcome1 welcome12 welcome123 welcome! bienvenue bienvenue1 letmein1 letmein123 trustno1 whatever computer internet samsung1
   changeme changeme1 changeme123 changezmoi admin123 admin1234 admin12345 administrator administrateur root1234 toor1234 test1234
   testtest test12345 demo1234 demodemo default1 guest1234 secret123 support1 support123 helpdesk helpdesk1 service1 servicio1
   google123 facebook1 linkedin1 liverpool chelsea1 arsenal1 barcelona juventus1 realmadrid hello123 hello1234 hellohello freedom1
   summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2026 autumn2026 printemps2026 automne2026 hiver2026
   ete2025! ete2026! company1 company123 entreprise entreprise1 vigie123 vigievigie vigie2026 maverick mercedes ferrari1 corvette`.split(
    /\s+/,
  ),
)
