-- Bringing in what was said before Vigie, and taking out what it keeps.

-- Message-IDs of answers that were sent before Vigie: an answer to one of them is filed in its conversation, as an answer to one of ours is.
create table past_answers (
  message_id      text not null,                 -- with angle brackets
  conversation_id uuid not null references conversations,
  primary key (message_id, conversation_id)
);
