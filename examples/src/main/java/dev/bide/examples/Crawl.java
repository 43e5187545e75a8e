package dev.bide.examples;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;

import dev.bide.Delayed;
import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * Follows the links of a web site that lies in files. Nobody knows this graph beforehand: each round loads side by side the
 * pages that the round before has found, and answers with the next round, until there is nothing new.
 */
public final class Crawl {
    /** A page and the files that it links to; a dead one is linked to but not there. */
    record Page(Path file, boolean dead, List<Path> links) {}

    /** What each round has loaded. */
    record Site(List<List<Page>> rounds) {
        Stream<Page> pages() {
            return rounds.stream().flatMap(List::stream);
        }

        Site with(List<Page> round) {
            List<List<Page>> more = new ArrayList<>(rounds);
            more.add(round);
            return new Site(more);
        }

        /** The files that pages link to and no round has loaded, each once. */
        List<Path> unseen() {
            Set<Path> seen = pages().map(Page::file).collect(Collectors.toSet());
            return pages().flatMap(page -> page.links.stream())
                    .distinct()
                    .filter(file -> !seen.contains(file))
                    .toList();
        }
    }

    private Crawl() {}

    static Delayed<Site> from(Path start) {
        return round(new Site(List.of()), List.of(start));
    }

    private static Delayed<Site> round(Site site, List<Path> files) {
        var loads = task(Crawl::load).each(files);
        return on(value(site), loads).call(Site::with).thenDelayed(Crawl::next);
    }

    private static Delayed<Site> next(Site site) {
        List<Path> unseen = site.unseen();
        return unseen.isEmpty() ? value(site) : round(site, unseen);
    }

    private static Page load(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new Page(file, true, List.of());
        }
        List<Path> links = Jsoup.parse(Files.readString(file)).select("a[href]").eachAttr("href").stream()
                .filter(link -> !link.startsWith("#") && !link.contains(":"))
                .map(link ->
                        file.resolveSibling(link.replaceFirst("[#?].*", "")).normalize())
                .toList();
        return new Page(file, false, links);
    }

    public static void main(String[] args) throws IOException {
        Options options = Options.of(args, "--start");
        Optional<Path> chosen = options.path("--start");
        Path start = chosen.isPresent()
                ? chosen.get().toAbsolutePath().normalize()
                : Shipped.folder("site").resolve("index.html");
        try (Scheduler scheduler = options.scheduler()) {
            Site site = from(start).compute(scheduler);

            for (List<Page> round : site.rounds) {
                System.out.println("loaded " + names(start, round));
            }
            System.out.println(scheduler + ": " + site.pages().count() + " pages in " + site.rounds.size() + " rounds, "
                    + site.pages().mapToInt(page -> page.links.size()).sum() + " links");
            for (Page dead : site.pages().filter(Page::dead).toList()) {
                List<Page> from = site.pages()
                        .filter(page -> page.links.contains(dead.file))
                        .toList();
                System.out.println("dead: " + names(start, List.of(dead)) + ", linked to from " + names(start, from));
            }
        }
    }

    private static String names(Path start, List<Page> pages) {
        Path folder = start.resolveSibling("");
        return pages.stream()
                .map(page -> folder.relativize(page.file).toString())
                .collect(Collectors.joining(" "));
    }
}
