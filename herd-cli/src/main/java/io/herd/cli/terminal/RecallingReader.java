package io.herd.cli.terminal;

import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's reader, which also shows faintly how a line that was typed before goes on. The keys that
 * move the cursor to the right, or to the end, take that over. JLine can do so itself, but then
 * shows secrets again, and shows the rest of a line in the middle of another.
 */
final class RecallingReader extends LineReaderImpl {

    private final TypedLines lines;
    // Otherwise what is shown could not be erased.
    private final boolean erases;

    RecallingReader(Terminal terminal, TypedLines lines) {
        super(terminal, terminal.getName(), null);
        this.lines = lines;
        this.erases = terminal.getStringCapability(Capability.clr_eol) != null;
        setHistory(lines);
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondary) {
        // JLine resets this, which is false when the line is drawn for the last time. Below the
        // line there may be a list, or a search.
        boolean suggests = doAutosuggestion && post == null;
        var shown = super.getDisplayedBufferWithPrompts(secondary);
        var rest = suggests ? rest() : "";
        return rest.isEmpty()
                ? shown
                : new AttributedStringBuilder()
                        .append(shown)
                        .styled(AttributedStyle::faint, rest)
                        .toAttributedString();
    }

    private String rest() {
        return erases && buf.cursor() == buf.length() ? lines.rest(buf.toString()) : "";
    }

    @Override
    protected boolean forwardChar() {
        return takeOver() || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return takeOver() || super.endOfLine();
    }

    private boolean takeOver() {
        var rest = rest();
        buf.write(rest);
        return !rest.isEmpty();
    }
}
