package dev.bide.diagnostics.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.diagnostics.internal.picture.Graphs;
import dev.bide.diagnostics.internal.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, without a window. */
class ReportPageTest {
    private static final double LANE_1 = 22 + 14;

    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void openBrowser() throws IOException {
        Optional<Path> program = Browser.program();
        if (program.isEmpty()) {
            System.out.println("ReportPageTest is skipped: there is no chromium or google-chrome on the PATH");
        }
        Assumptions.assumeTrue(program.isPresent(), "there is no chromium or google-chrome on the PATH");
        browser = Browser.open(program.get());
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private BrowserPage opened(Recording recording, String fragment) throws Exception {
        Path file = folder.resolve("report.html");
        Report.write(recording, file);
        BrowserPage page = browser.page(1400, 1000, false);
        page.load(file, fragment);
        return page;
    }

    private static Recording failed() {
        return new SimulatedRun(Graphs.crossValidation(4, 20), 4)
                .retried(2)
                .failing(RunGraphs.failureOf("fit-37"))
                .recording();
    }

    private static Recording well() {
        return new SimulatedRun(Graphs.crossValidation(4, 20), 4).recording();
    }

    private static Object text(BrowserPage page, String selector) {
        return page.evaluate("document.querySelector(\"" + selector + "\").textContent");
    }

    private static Object card(BrowserPage page) {
        return page.evaluate(
                "document.querySelector('.card').hidden ? '' : document.querySelector('.card h3').textContent");
    }

    /** Brings the stream to the top of the window and gives where its left upper corner is. */
    private static double[] stream(BrowserPage page) {
        Object place =
                page.evaluate("(() => { const c = document.querySelector('[data-part=stream]'); c.scrollIntoView();"
                        + " const b = c.getBoundingClientRect(); return [b.left, b.top]; })()");
        return ((List<?>) place).stream().mapToDouble(each -> (Double) each).toArray();
    }

    @Test
    void open_anyRun_browserHasNothingToComplainAbout() throws Exception {
        BrowserPage page = opened(failed(), "");
        assertThat(page.complaints()).isEmpty();
        assertThat(text(page, "h1")).asString().contains("nested-cv").contains("failed");
        assertThat(page.evaluate("document.querySelectorAll('.graph svg g').length > 5"))
                .isEqualTo(true);
        assertThat(page.evaluate("document.querySelector('.names .bar rect').getBoundingClientRect().width > 10"))
                .isEqualTo(true);
    }

    @Test
    void open_keyInTheAddress_showsItsCardAndTheStream() throws Exception {
        BrowserPage page = opened(failed(), "#fit-37");
        assertThat(card(page)).isEqualTo("fit-37");
        assertThat(text(page, ".card")).asString().contains("gamma is NaN").contains("attempts");
        assertThat(page.evaluate("Math.abs(document.querySelector('.timeline').getBoundingClientRect().top) < 20"))
                .isEqualTo(true);
    }

    @Test
    void click_onATask_showsItsCardWithLinksThatLeadOn() throws Exception {
        BrowserPage page = opened(well(), "");
        double[] at = stream(page);
        page.click(at[0] + 120, at[1] + LANE_1);
        assertThat(card(page)).isEqualTo("load");
        page.evaluate("document.querySelector('.card .linked a').click()");
        assertThat(card(page)).isEqualTo("scale");
        page.key("Escape");
        assertThat(card(page)).isEqualTo("");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void search_partOfAName_countsHitsAndEnterGoesThroughThem() throws Exception {
        BrowserPage page = opened(well(), "");
        page.key("/");
        page.type("refit");
        assertThat(text(page, "[data-part=hits]")).asString().startsWith("4 tasks, ");
        page.key("Enter");
        Object first = card(page);
        page.key("Enter");
        assertThat(first).asString().startsWith("refit-");
        assertThat(card(page)).asString().startsWith("refit-").isNotEqualTo(first);
        assertThat(text(page, "[data-part=hits]")).asString().startsWith("2 of 4 tasks");
    }

    @Test
    void search_key_comesFirst() throws Exception {
        BrowserPage page = opened(well(), "");
        page.key("/");
        page.type("fit-8");
        page.key("Enter");
        assertThat(card(page)).isEqualTo("fit-8");
    }

    @Test
    void zoom_wheelAndKeys_changeWhatIsShownAndBack() throws Exception {
        BrowserPage page = opened(well(), "");
        double[] at = stream(page);
        page.settle();
        page.evaluate("document.querySelector('[data-part=stream]').focus()");
        page.key("+");
        page.settle();
        Object zoomed = text(page, "[data-part=range]");
        assertThat(zoomed).asString().contains(" from ");
        page.key("ArrowRight");
        page.settle();
        assertThat(text(page, "[data-part=range]")).isNotEqualTo(zoomed);
        page.key("0");
        page.settle();
        assertThat(text(page, "[data-part=range]")).isEqualTo("");
        page.mouse("mouseWheel", at[0] + 300, at[1] + LANE_1, ",\"deltaX\":0,\"deltaY\":-120,\"modifiers\":2");
        page.settle();
        assertThat(text(page, "[data-part=range]")).asString().contains(" from ");
    }

    @Test
    void click_onAColumn_sortsByIt() throws Exception {
        BrowserPage page = opened(well(), "");
        String first = ".names tbody tr th";
        assertThat(text(page, first)).isEqualTo("fit");
        page.evaluate(
                "[...document.querySelectorAll('.names thead button')].find(b => b.textContent === 'max').click()");
        assertThat(page.evaluate("document.querySelector('.names [aria-sort]').textContent"))
                .isEqualTo("max ▼");
        page.evaluate("document.querySelector('.names thead button').click()");
        assertThat(text(page, first)).isEqualTo("argmax");
    }

    @Test
    void open_wickedKeys_areTextAndNothingElse() throws Exception {
        List<String> keys = List.of(
                "</script><script>window.hacked=1</script>",
                "<img src=x onerror=window.hacked=1>",
                "\"'`${window.hacked=1}",
                "line\nbreak\u2028and\u0000more",
                "half \ud83d",
                "{{script}}",
                "<!--<script>",
                "long".repeat(2_500));
        Recording recording = new SimulatedRun(RunGraphs.chainNamed(keys), 2)
                .failing(RunGraphs.failureOf(keys.get(7), "</script><script>window.hacked=1</script>\n<b>"))
                .recording();
        BrowserPage page = opened(recording, "#%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E");
        assertThat(page.complaints()).isEmpty();
        assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
        assertThat(card(page)).isEqualTo(keys.get(1));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void open_dark_isDark() throws Exception {
        Path file = folder.resolve("dark.html");
        Report.write(well(), file);
        BrowserPage page = browser.page(1400, 1000, true);
        page.load(file, "");
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 24, 29)");
    }

    /** A limit that a slow machine keeps; without merged blocks a frame takes seconds. */
    @Test
    void pan_hundredThousandTasks_isSmooth() throws Exception {
        Recording recording = new SimulatedRun(Graphs.crossValidation(50, 1000), 16)
                .scale(2e4)
                .retried(0.2)
                .recording();
        BrowserPage page = opened(recording, "");
        Object opened = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd");
        List<?> frames = (List<?>) page.evaluate(PAN);
        System.out.println("100,000 tasks: opened in " + opened + " ms; a frame while panning takes " + frames.get(0)
                + " ms in the median, " + frames.get(1) + " ms at most; of that drawing " + frames.get(2) + " ms");
        assertThat((Double) opened).isLessThan(60_000);
        assertThat((Double) frames.get(0)).isLessThan(1_000);
        assertThat(page.complaints()).isEmpty();
    }

    private static final String PAN = """
            new Promise(done => {
              const canvas = document.querySelector('[data-part=stream]');
              canvas.scrollIntoView();
              canvas.setPointerCapture = () => {};
              const box = canvas.getBoundingClientRect();
              const at = x => ({ clientX: box.left + x, clientY: box.top + 60, bubbles: true, cancelable: true });
              const place = x => ({ ...at(x), pointerId: 1, button: 0, buttons: 1 });
              const wheel = { ...at(600), deltaY: -60, ctrlKey: true };
              canvas.dispatchEvent(new WheelEvent('wheel', wheel));
              canvas.dispatchEvent(new PointerEvent('pointerdown', place(700)));
              const times = [];
              const drawing = [];
              let last = performance.now();
              const step = () => {
                const now = performance.now();
                times.push(now - last);
                last = now;
                canvas.dispatchEvent(new PointerEvent('pointermove', place(700 - times.length * 5)));
                requestAnimationFrame(() => drawing.push(performance.now() - now));
                if (times.length < 60) {
                  requestAnimationFrame(step);
                } else {
                  canvas.dispatchEvent(new PointerEvent('pointerup', place(400)));
                  const sorted = list => list.map(Math.round).sort((a, b) => a - b);
                  done([sorted(times)[30], sorted(times)[59], sorted(drawing)[30]]);
                }
              };
              requestAnimationFrame(step);
            })
            """;
}
