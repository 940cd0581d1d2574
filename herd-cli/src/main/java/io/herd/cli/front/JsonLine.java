package io.herd.cli.front;

/** Writes JSON. */
final class JsonLine {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder(1024);
    private boolean first = true;

    JsonLine begin(char bracket) {
        separate();
        text.append(bracket);
        first = true;
        return this;
    }

    JsonLine end(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    JsonLine name(String name) {
        value(name);
        text.append(':');
        first = true;
        return this;
    }

    JsonLine value(String value) {
        separate();
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i));
        }
        text.append('"');
        return this;
    }

    JsonLine field(String name, String value) {
        return name(name).value(value);
    }

    JsonLine flag(String name, boolean value) {
        name(name);
        separate();
        text.append(value);
        return this;
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    private void escape(char c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append(c);
        } else if (c < ' ') {
            text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
            text.append(c);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
