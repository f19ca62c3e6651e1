export const writing = {
  "writing.off": "This help is off. An administrator can switch it on under Settings, Writing help.",
  "writing.notFound": "There is no such proposal of yours.",
  "writing.nothingTyped": "Write something first: this help works on your own words.",
  "writing.baseUrl": "Give the address alone, such as https://models.example/v1, without a name, password or question in it.",
  "writing.keyAgain": "The address has changed: type the key again, so that it isn’t sent somewhere it wasn’t given for.",
  "writing.linkLeftOut": "[link left out]",
  "writing.works": "It answers.",
  "writing.failed.unreachable": "The service for writing help can’t be reached. What you wrote is untouched.",
  "writing.failed.slow": "The service for writing help took too long. Try again, or write without it.",
  "writing.failed.too-large": "The service for writing help answered with more than anybody could read. It was stopped.",
  "writing.failed.address":
    "The address of the service isn’t one that Vigie may call. An address in your own network has to be allowed with VIGIE_ALLOW_PRIVATE.",
  "writing.failed.key": "The service for writing help doesn’t accept the key. An administrator can type it again in the settings.",
  "writing.failed.model":
    "The service for writing help doesn’t know this address or model. An administrator can correct it in the settings.",
  "writing.failed.busy": "The service for writing help has too much to do, or your quota is used up. Try again in a while.",
  "writing.failed.refused": "The service for writing help declined to answer this.",
  "writing.failed.unreadable": "The service for writing help answered in a form that can’t be read.",
  "writing.failed.cut": "Only the beginning came: the text is too long for the service. What you wrote is untouched.",
  "writing.failed.stopped": "Stopped.",
} as const
