package dev.bide.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Schedulers;
import dev.bide.examples.Crawl.Page;
import dev.bide.examples.Crawl.Site;
import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrawlTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sync", "threads(2)", "processes(2)"})
    void from_shippedSite_loadsEachLinkedPageOnceRoundByRound(String name) throws IOException {
        try (Scheduler scheduler = Schedulers.named(name)) {
            Site site = Crawl.from(Shipped.path("site/index.html")).compute(scheduler);

            assertThat(site.rounds()).extracting(List::size).containsExactly(1, 4, 8, 4, 3, 1);
            assertThat(site.pages().map(Page::file)).doesNotHaveDuplicates();
            assertThat(names(site, false)).hasSize(19).contains("hermit.html").doesNotContain("otters.html");
            assertThat(names(site, true)).containsExactlyInAnyOrder("tide-table.html", "gannet.html");
        }
    }

    //   a <-> b
    //   a --> a
    @Test
    void from_circle_ends() throws IOException {
        Path a = write("a.html", "<a href='b.html'>b</a> <a href='a.html'>a</a>");
        write("b.html", "<a href='a.html'>a</a>");

        Site site = Crawl.from(a).compute();

        assertThat(names(site, false)).containsExactly("a.html", "b.html");
    }

    @Test
    void from_linksOutOfTheSiteOrWithinThePage_followsNone() throws IOException {
        Path a = write("a.html", "<a href='https://example.org/b.html'>b</a> <a href='#top'>top</a>");

        Site site = Crawl.from(a).compute();

        assertThat(site.rounds()).containsExactly(List.of(new Page(a, false, List.of())));
    }

    @Test
    void from_nothingThere_findsADeadPage() {
        Site site = Crawl.from(folder.resolve("none.html")).compute();

        assertThat(names(site, true)).containsExactly("none.html");
    }

    private Path write(String name, String html) throws IOException {
        return Files.writeString(folder.resolve(name), html);
    }

    private static List<String> names(Site site, boolean dead) {
        return site.pages()
                .filter(page -> page.dead() == dead)
                .map(page -> page.file().getFileName().toString())
                .toList();
    }
}
