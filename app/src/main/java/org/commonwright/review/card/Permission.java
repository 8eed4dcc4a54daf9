package org.commonwright.review.card;

import org.commonwright.licence.Answer;
import org.commonwright.licence.Use;
import org.commonwright.licence.UserKind;

/// What the licences of the whole tree answer to one user for one use.
public record Permission(UserKind user, Use use, Answer answer) {}
