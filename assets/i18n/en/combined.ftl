# Several findings on one card: many recipients together with sensitive data is told as one thing.
combined-recipients-sensitive-title = { $source ->
    [sentence] Personal data? { $count } people read it
   *[words] Sensitive data, and { $count } people read it
}
combined-recipients-sensitive-message = BCC does not solve this: everyone still reads the same. Put it in the student tracking system, or write separate mails.
combined-group-sensitive-title = { $source ->
    [sentence] Personal data? A whole group reads it
   *[words] Sensitive data, and a whole group reads it
}
combined-group-sensitive-message = BCC does not solve this: the whole group still reads the same. Put it in the student tracking system, or write to those who really need to know.
combined-private-sensitive-title = { $source ->
    [sentence] Personal data? You are writing from your private address
   *[words] Sensitive data from your private address
}
combined-private-sensitive-message = Another account solves only half of it. Put it in the student tracking system.
combined-more = { $count ->
    [one] and one more remark
   *[other] and { $count } more remarks
}
