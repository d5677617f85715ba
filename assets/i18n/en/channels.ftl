# What to mind on a channel, whatever the text says.
channel-chat-1 = A chat is no place for pupils' data, not even among colleagues. Call instead, or use the student tracking system.
channel-social-1 = Is somebody in a photo or film? Then the parents, or the pupil, must have consented explicitly.
channel-social-2 = Use the school's profile, not your own.
channel-social-3 = What you post keeps going round, even when you delete it. In doubt? Ask your superior first.
channel-video-1 = Record only when everybody knows and agrees.
channel-video-2 = Close your mail and the student tracking system before you share your screen.
channel-video-3 = See that nobody else is listening or watching.
