package io.huihui.simulator.news;

import java.util.List;

/** What stories are about, with the sentences they are made of; {@code %s} is the symbol. */
@SuppressWarnings("ImmutableEnumChecker") // The lists come from List.of.
enum Topic {
    EARNINGS(
            List.of(
                    "%s beats quarterly profit estimates and lifts its outlook",
                    "%s posts record revenue, margins widen",
                    "%s raises full-year guidance after a strong quarter"),
            List.of(
                    "%s misses profit estimates and cuts its outlook",
                    "%s warns that revenue will fall short",
                    "%s lowers full-year guidance, margins shrink"),
            List.of("%s to report quarterly results next week")),
    MERGER(
            List.of(
                    "%s receives takeover offer at a premium",
                    "Regulators clear the %s merger without conditions"),
            List.of(
                    "%s merger talks collapse",
                    "Court blocks the %s acquisition on competition grounds"),
            List.of("%s said to study strategic options")),
    REGULATION(
            List.of(
                    "Agency drops its inquiry into %s",
                    "New rules turn out milder than feared for %s"),
            List.of("Agency opens an inquiry into %s", "%s faces a heavy fine under the new rules"),
            List.of("Lawmakers question %s about the draft rules")),
    RATES(
            List.of("Central bank signals cuts, %s seen to gain", "Falling yields support %s"),
            List.of(
                    "Central bank signals higher rates, %s under pressure",
                    "Rising yields weigh on %s"),
            List.of("%s steady before the central bank's decision")),
    SUPPLY_CHAIN(
            List.of("%s says parts shortage is over", "Suppliers catch up with orders of %s"),
            List.of("Parts shortage halts production at %s", "Port strike delays shipments of %s"),
            List.of("%s diversifies its suppliers")),
    PRODUCT(
            List.of("%s launch draws record orders", "Reviewers praise the new device of %s"),
            List.of("%s recalls its newest product over defects", "%s delays its launch again"),
            List.of("%s shows a prototype at a trade fair")),
    LITIGATION(
            List.of("Judge dismisses the suit against %s", "%s settles on favourable terms"),
            List.of(
                    "Jury finds against %s, damages in the billions",
                    "Shareholders sue %s over concealed losses"),
            List.of("%s and plaintiffs ask for more time")),
    ANALYSTS(
            List.of("Broker upgrades %s to buy", "Analysts lift their price targets for %s"),
            List.of("Broker downgrades %s to sell", "Analysts slash their price targets for %s"),
            List.of("Broker starts coverage of %s with a neutral rating")),
    CHIPS(
            List.of("Chip demand surges, %s among the winners", "%s secures scarce chip capacity"),
            List.of("Chip glut deepens, %s among the losers", "Export curbs on chips hit %s"),
            List.of("%s speaks about chips at a conference")),
    ENERGY(
            List.of("Oil slides, costs of %s ease", "%s signs a cheap long-term power contract"),
            List.of("Oil spikes, costs of %s climb", "Power cuts stop plants of %s"),
            List.of("%s publishes its energy report")),
    SECURITY(
            List.of("%s wins a large security contract", "%s says the breach was contained"),
            List.of("Hackers steal customer records from %s", "Outage takes down services of %s"),
            List.of("%s hires a new head of security")),
    LEADERSHIP(
            List.of("Respected founder returns to lead %s", "Investors cheer the new chief of %s"),
            List.of(
                    "Chief of %s resigns without notice",
                    "Finance chief of %s leaves amid an audit"),
            List.of("%s names a new board member"));

    private final List<String> good;
    private final List<String> bad;
    private final List<String> neutral;

    Topic(List<String> good, List<String> bad, List<String> neutral) {
        this.good = good;
        this.bad = bad;
        this.neutral = neutral;
    }

    /** Returns headline templates of a polarity: +1 good, -1 bad, 0 neither. */
    List<String> headlines(int polarity) {
        if (polarity == 0) {
            return neutral;
        }
        return polarity > 0 ? good : bad;
    }
}
