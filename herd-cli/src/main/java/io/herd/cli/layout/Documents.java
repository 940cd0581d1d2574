package io.herd.cli.layout;

import io.herd.json.DocumentShape;
import io.herd.model.RawJson;
import java.math.BigInteger;
import java.util.List;
import java.util.SequencedMap;

/** Makes values of JSON documents. */
final class Documents implements DocumentShape<Datum> {

    static Datum read(RawJson document) {
        return DocumentShape.of(document, new Documents());
    }

    @Override
    public Datum text(String text) {
        return Datum.of(text);
    }

    @Override
    public Datum number(String digits) {
        return digits.matches("-?[0-9]+")
                ? new Datum.Whole(new BigInteger(digits))
                : new Datum.Fraction(Double.parseDouble(digits));
    }

    @Override
    public Datum flag(boolean on) {
        return Datum.of(on);
    }

    @Override
    public Datum nothing() {
        return Datum.Nothing.NO_VALUE;
    }

    @Override
    public Datum list(List<Datum> elements) {
        return new Datum.Elements(elements);
    }

    @Override
    public Datum object(String called, SequencedMap<String, Datum> members) {
        return new Datum.Members(called, members);
    }
}
