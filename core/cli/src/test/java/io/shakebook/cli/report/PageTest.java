// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void aNoteStandsBesideTheFirstLineOfATextThatWouldFillIt() {
        String text = entry("holds now: only this direction copies, and every master is up", 80);
        assertThat(text.lines()).first().asString().startsWith("  = rules").endsWith("  site-b");
        assertThat(text.lines())
                .hasSize(2)
                .noneMatch(line -> line.isBlank() || line.strip().equals("site-b"));
    }

    @Test
    void aWordThatLeavesNoRoomSendsTheNoteToALineOfItsOwn() {
        assertThat(entry("x".repeat(50), 80).lines())
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo(" ".repeat(74) + "site-b");
    }

    @Test
    void onAWideScreenTheNoteStaysWithinSightOfItsLine() {
        assertThat(entry("holds now", 200).lines())
                .singleElement()
                .asString()
                .hasSize(120)
                .endsWith("site-b");
    }

    @Test
    void aLabelThatIsLongerThanTheScreenIsWrappedByItsWords() {
        String text = new Page(new Screen(40, false))
                .paragraph(Tone.PLAIN, "! stop/shake[one-0], [one-1], [one-2], [one-3]  ", "stops it")
                .toString();
        assertThat(text).isEqualTo("! stop/shake[one-0], [one-1], [one-2],\n    [one-3]  stops it\n");
    }

    private static String entry(String words, int width) {
        Page page = new Page(new Screen(width, false));
        return page.entry(Tone.PLAIN, "  = rules", 28, words, "site-b").toString();
    }
}
