using MyNumber.Cli.Contract;
using MyNumber.Cli.Tests.Authorities;

namespace MyNumber.Cli.Tests.Certificates;

public sealed class JpkiStatusVerbTests
{
    [Theory]
    [InlineData("the login certificate", "auth")]
    [InlineData("the signature certificate", "sign")]
    public void Good_certificate_has_its_purpose_by_its_key_usage(string row, string purpose)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = Ask(bench, purpose, bench.PublishNow(purpose));
        run.Code.ShouldBe(ExitCode.Done, row);
        run.Json[0].GetProperty("purpose").GetString().ShouldBe(purpose, row);
        run.Json[0].GetProperty("state").GetString().ShouldBe("Good", row);
        AuthorityBench.Secrets.ShouldAllBe(secret => !run.All.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("before its first second", -3650, "NotYetValid", 1)]
    [InlineData("after its last second", 3000, "Expired", 1)]
    [InlineData("when the list is out of date", 100, "Unreachable", 3)]
    public void Other_instants_have_other_states(string row, int days, string state, int code)
    {
        string at = TimeProvider.System.GetUtcNow().AddDays(days).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = Ask(bench, "auth", bench.PublishNow("auth"), "--at", at);
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
        run.Json[0].GetProperty("state").GetString().ShouldBe(state, row);
    }

    [Fact]
    public void Revocation_has_its_reason_and_its_time()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        bench.Run("ca", "revoke", bench.Authority, bench.UserAuthentication, "--reason", "superseded").Code.ShouldBe(ExitCode.Done);
        ToolRun run = Ask(bench, "auth", bench.PublishNow("auth"));
        run.Code.ShouldBe(ExitCode.Refused);
        System.Text.Json.JsonElement status = run.Json[0].GetProperty("report").GetProperty("status");
        status.GetProperty("revocationReason").GetString().ShouldBe("Superseded");
        status.GetProperty("since").GetDateTimeOffset().Offset.ShouldBe(TimeSpan.Zero);
        ToolRun text = bench.Run("jpki", "status", bench.UserAuthentication, "--anchor", bench.UserAnchors, "--crl", bench.At("lists", "auth-1-full.crl"));
        text.Output.ShouldContain("Reason given: Superseded");
    }

    [Theory]
    [InlineData("a responder that is not there", "--ocsp http://127.0.0.1:1/ocsp", "StatusUnreachable")]
    [InlineData("a stapled response that is text", "--stapled {text}", "StatusMalformed")]
    [InlineData("a list that is text", "--crl {text}", "StatusOutOfScope")]
    public void Source_without_an_answer_leaves_it_undetermined(string row, string line, string reason)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(["jpki", "status", bench.UserAuthentication, "--anchor", bench.UserAnchors, "--json", .. CaVerbTests.Words(bench, line)]);
        run.Code.ShouldBe(ExitCode.Undetermined, row);
        run.Json[0].GetProperty("reason").GetString().ShouldBe(reason, row);
    }

    [Theory]
    [InlineData("en", "--crl: List 1 is not used: it is no revocation list, or damaged [StatusMalformed 153].", "jpki inspect LIST")]
    [InlineData("ja", "--crl: 1 番目の失効リストは使いません: 失効リストではないか、壊れています [153]", "ca crl で分かります")]
    public void List_that_is_none_is_told_in_words_with_the_way_to_the_right_one(string language, string notice, string way)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run("jpki", "status", bench.UserAuthentication, "--anchor", bench.UserAnchors, "--crl", bench.Write("text.txt", "no list"), "--lang", language);
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Error.ShouldContain(notice);
        run.Output.ShouldContain(way);
        AuthorityBench.Secrets.ShouldAllBe(secret => !run.All.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Name_of_the_list_is_the_same_at_the_certificate_and_at_the_list()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun published = bench.Run("ca", "crl", bench.Authority, "--now", "--out", bench.At("lists"), "--json");
        string? named = bench.Run("jpki", "inspect", bench.UserAuthentication, "--show-holder", "--json").Json[0].GetProperty("crlDistributionPoint").GetString();
        named.ShouldNotBeNullOrEmpty();
        published.Json.Single(list => list.GetProperty("file").GetString() == "auth-1-13101.crl").GetProperty("partitionName").GetString().ShouldBe(named);
        published.Json.Single(list => list.GetProperty("file").GetString() == "auth-1-full.crl").GetProperty("partitionName").GetString().ShouldBeNull();
        bench.Run("jpki", "inspect", bench.At("lists", "auth-1-13101.crl"), "--json").Json[0].GetProperty("partitionName").GetString().ShouldBe(named);
    }

    [Theory]
    [InlineData("no source", "{card} --anchor {anchor}", 2)]
    [InlineData("no anchor", "{card} --crl {text}", 2)]
    [InlineData("the word for asking nobody", "{card} --anchor {anchor} --accept-without-asking-for-the-status", 2)]
    [InlineData("no certificate", "{text} --anchor {anchor} --crl {text}", 1)]
    [InlineData("no file", "{new} --anchor {anchor} --crl {text}", 3)]
    [InlineData("no list", "{card} --anchor {anchor} --crl {new}", 3)]
    [InlineData("no stapled response", "{card} --anchor {anchor} --stapled {new}", 3)]
    public void Wrong_use_and_missing_files_have_their_codes(string row, string line, int code)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(["jpki", "status", .. CaVerbTests.Words(bench, line)]);
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
        run.Output.ShouldBeEmpty(row);
    }

    private static ToolRun Ask(AuthorityBench bench, string purpose, string list, params string[] more) => bench.Run(
        ["jpki", "status", purpose == "sign" ? bench.Signature : bench.UserAuthentication, "--anchor", purpose == "sign" ? bench.SignatureAnchors : bench.UserAnchors, "--crl", list, "--json", .. more]);
}
