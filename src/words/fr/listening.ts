/** Ce qui est dit de l’écoute : les requêtes, et pourquoi l’une d’elles ne peut être lue. */
export const listening = {
  "listening.query.empty": "Il n’y a encore rien à chercher.",
  "listening.query.tooLong": "Une requête peut avoir {max} caractères.",
  "listening.query.tooDeep": "Plus de {max} parenthèses ou NEAR s’emboîtent ici. Séparez-en une partie.",
  "listening.query.unclosedQuote": "Ce guillemet n’est jamais fermé.",
  "listening.query.unclosedBracket": "Cette parenthèse n’est jamais fermée.",
  "listening.query.strayBracket": "Cette parenthèse ne ferme rien.",
  "listening.query.emptyBrackets": "Il n’y a rien entre ces parenthèses.",
  "listening.query.emptyQuote": "Il n’y a rien entre ces guillemets.",
  "listening.query.missingBefore": "Il manque quelque chose avant {operator}.",
  "listening.query.missingAfter": "Il manque quelque chose après {operator}.",
  "listening.query.noWord": 'Il n’y a pas de mot dans « {text} ». Pour trouver de la ponctuation, écrivez raw:"{text}".',
  "listening.query.everything": "« {text} » trouverait tout. Donnez-lui au moins une lettre.",
  "listening.query.unknownField":
    "Il n’y a pas de champ « {field} ». Sont connus : {fields}. Pour chercher ces mots eux-mêmes, mettez-les entre guillemets.",
  "listening.query.noValue": "Il manque une valeur juste après {field}:.",
  "listening.query.notANumber": "{field}: prend un nombre (4), une limite (<=2, >1000) ou un intervalle (1..3), pas « {text} ».",
  "listening.query.emptyRange": "Cet intervalle de {field} finit avant de commencer.",
  "listening.query.notComparable": "{field} n’est pas un nombre : rien n’est plus grand ni plus petit.",
  "listening.query.distance":
    "Après {operator} vient le nombre de mots qui peuvent se trouver entre les deux : de {operator}/0 à {operator}/{max}.",
  "listening.query.tilde": "Pour la proximité, écrivez un mot NEAR/{distance} un autre.",
  "listening.query.notInNear":
    "NOT n’a pas sa place dans {operator} : ce qui n’est pas là n’est proche de rien. Excluez-le à côté : (un {operator} autre) NOT troisième.",
  "listening.query.andInNear":
    "Dans {operator}, prenez des mots, des expressions, ou plusieurs avec OR. Pour deux à la fois, mettez NEAR entre eux aussi.",
  "listening.query.fieldInNear":
    "{field}: parle du texte entier et ne peut être proche d’un mot. Mettez-le à côté de {operator}, avec AND.",
  "listening.query.onlyExcludes": "Ceci ne fait qu’exclure, et trouverait presque tout. Dites aussi ce qu’il faut chercher.",
  "listening.query.readAsWord": "« {word} » est cherché comme un mot. Si vous pensez à l’opérateur, écrivez {operator}.",
  "listening.file.line": "{file}, ligne {line} : {problem}",
  "listening.file.query": "{file}, ligne {line}, requête {id}, caractère {character} (« {excerpt} ») : {problem}",
  "listening.file.json": "Ce n’est pas une ligne de JSON comme {example}.",
  "listening.file.columns": "La première ligne doit nommer les colonnes id et query.",
  "listening.file.twice": "L’identifiant {id} a déjà servi, à la ligne {line}. Cette requête est laissée de côté.",
  "listening.file.noId": "Il manque l’identifiant (id) : un texte ou un nombre.",
  "listening.file.noQuery": "Il manque la requête (query) : un texte.",
  "listening.file.noText": "Il manque le texte.",
  "listening.file.unclosedQuote": "Un guillemet n’est jamais fermé.",
  "listening.file.badField": "« {field} » doit être {kind}.",
  "listening.file.summary": {
    one: "{count} requête ne peut être lue. En service : {good}.",
    other: "{count} requêtes ne peuvent être lues. En service : {good}.",
  },
  "listening.file.badTexts": {
    one: "{count} texte n’a pu être lu.",
    other: "{count} textes n’ont pu être lus.",
  },
  "listening.count.badTime": "« {text} » n’est pas une date avec son heure comme 2026-11-22 14:05:00.",
  "listening.count.noValue": "Il manque la valeur : timestamp,value.",
  "listening.count.badValue": "« {text} » n’est pas un nombre de messages.",
  "listening.count.missing": {
    one: "Il manque {count} ligne avant celle-ci : considérée comme non lue. Celle-ci contient peut-être ce qui a manqué, et n’est pas jugée.",
    other:
      "Il manque {count} lignes avant celle-ci : considérées comme non lues. Celle-ci contient peut-être ce qui a manqué, et n’est pas jugée.",
  },
  "listening.count.backward": "L’heure ne suit pas celle de la ligne d’avant. Prise comme la ligne suivante.",
  "listening.count.badRows": {
    one: "{count} ligne n’a pu être lue.",
    other: "{count} lignes n’ont pu être lues.",
  },
  "cli.watchMatch": "Dit, pour chaque texte sur l’entrée standard, à quelles requêtes d’un fichier il répond.",
  "cli.watchSurge": "Dit ligne par ligne lesquels des nombres sur l’entrée standard (timestamp,value) sont un emballement.",
}
