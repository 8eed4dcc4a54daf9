package org.commonwright.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;

/// One person's part of a design at a commit, in a form to be signed and shown to others; the body of an entry of kind [#KIND],
/// version 1. Whoever has the design can work the numbers out again.
///
/// @param signer the name that whoever signs goes by
/// @param about whose part it is
/// @param commit the commit that the numbers are of
/// @param lines lines of the design that are counted, everybody's
/// @param surviving theirs
/// @param authored lines that they ever brought in
/// @param reviewed proposals of others that they looked at
/// @param declared countersigned hours
public record Statement(Person signer, Person about, CommitId commit, long lines, Rational surviving, Rational authored,
        int reviewed, Rational declared) {
    public static final String KIND = "part.stated";

    static Statement of(Person signer, Credit credit, Credits credits) {
        return new Statement(signer, credit.person(), credits.contributions().commit(),
                credits.contributions().lines(), credit.surviving(), credit.authored(), credit.reviewed(),
                credit.declared());
    }

    /// What is said about somebody by their address.
    ///
    /// @throws Fault `credit.nobody`
    public static Statement of(Person signer, String email, Credits credits) {
        return of(signer, credits.of(email)
                .orElseThrow(() -> new Fault("credit.nobody", email, credits.contributions().commit().abbreviated())),
                credits);
    }

    public ObjectNode toBody() {
        ObjectNode body = CreditBodies.create(signer);
        body.putObject("about").put("name", about.name()).put("email", about.email());
        return body.put("commit", commit.hex()).put("lines", Long.toString(lines))
                .put("surviving", surviving.toString()).put("authored", authored.toString())
                .put("reviewed", Integer.toString(reviewed)).put("declared", declared.toString());
    }

    /// @throws Fault `credit.record-version`, `credit.record-field`
    public static Statement of(JsonNode body) {
        CreditBodies.checkVersion(body);
        return new Statement(CreditBodies.person(body), CreditBodies.person(body.path("about")),
                CreditBodies.commit(body, "commit"), whole(body, "lines"), CreditBodies.number(body, "surviving"),
                CreditBodies.number(body, "authored"), (int) whole(body, "reviewed"),
                CreditBodies.number(body, "declared"));
    }

    private static long whole(JsonNode body, String field) {
        String text = CreditBodies.line(body, field);
        if (!text.matches("\\d{1,9}")) {
            throw CreditBodies.bad(field);
        }
        return Long.parseLong(text);
    }

    /// What is not as the history says now: names of numbers, `surviving` or `declared`. What the records add (reviews, effort) may
    /// have grown since; only what the commit settles, and numbers that were stated too high, are differences.
    public List<String> differences(Credits now) {
        List<String> different = new ArrayList<>();
        Statement other = now.of(about.email()).map(credit -> of(signer, credit, now)).orElse(null);
        if (other == null) {
            return List.of("about");
        }
        if (lines != other.lines) {
            different.add("lines");
        }
        if (!surviving.equals(other.surviving)) {
            different.add("surviving");
        }
        if (!authored.equals(other.authored)) {
            different.add("authored");
        }
        if (reviewed > other.reviewed) {
            different.add("reviewed");
        }
        if (declared.compareTo(other.declared) > 0) {
            different.add("declared");
        }
        return List.copyOf(different);
    }
}
