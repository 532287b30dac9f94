using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Tests.Authorities;

public sealed class CaVerbTests
{
    [Fact]
    public void New_authority_keeps_its_keys_for_its_owner()
    {
        using AuthorityBench bench = AuthorityBench.Found();
        string[] keys = Directory.GetFiles(Path.Combine(bench.Authority, "keys"));
        keys.Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["auth-1.pem", "ocsp.pem", "sign-1.pem"]);
        keys.ShouldAllBe(key => File.ReadAllText(key).StartsWith("-----BEGIN PRIVATE KEY-----"));
        if (!OperatingSystem.IsWindows())
        {
            foreach (string file in keys.Append(Path.Combine(bench.Authority, "register.jsonl")))
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    [Theory]
    [InlineData("the short name", "JPKI")]
    [InlineData("in full width with a hyphen", "ＪＰＫＩ－ＴＥＳＴ")]
    [InlineData("spaced", "j p k i")]
    [InlineData("who runs it", "地方公共団体情報システム機構")]
    public void Name_of_the_real_service_is_refused_and_nothing_is_made(string row, string name)
    {
        using AuthorityBench bench = AuthorityBench.Found();
        ToolRun run = bench.Run("ca", "init", bench.At("other"), "--name", name);
        run.Code.ShouldBe(ExitCode.Refused, row);
        run.Error.ShouldNotContain(name, Case.Sensitive, row);
        Directory.Exists(bench.At("other")).ShouldBeFalse(row);
    }

    [Theory]
    [InlineData("init without a name", "ca init {new}")]
    [InlineData("init without generations", "ca init {new} --name Lab --generations 0")]
    [InlineData("init with too many generations", "ca init {new} --name Lab --generations 10")]
    [InlineData("init with another scheme", "ca init {new} --name Lab --ocsp ftp://127.0.0.1/")]
    [InlineData("issue with a seed beside a person", "ca issue {lab} --person {person} --seed 1")]
    [InlineData("hold without a certificate", "ca hold {lab}")]
    [InlineData("hold with a reason", "ca hold {lab} {card} --reason superseded")]
    [InlineData("revoke for a reason of its own", "ca revoke {lab} {card} --reason remove-from-crl")]
    [InlineData("serve on no port", "ca serve {lab} --port 70000")]
    [InlineData("serve without a tick", "ca serve {lab} --tick 0")]
    [InlineData("serve with a tick of more than a day", "ca serve {lab} --tick 86401")]
    [InlineData("no verb", "ca")]
    [InlineData("a mistyped option", "ca crl {lab} --nwo")]
    public void Wrong_use_is_usage(string row, string line)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(Words(bench, line));
        run.Code.ShouldBe(ExitCode.Usage, row);
        run.Output.ShouldBeEmpty(row);
        run.Error.ShouldNotContain(bench.Authority, Case.Sensitive, row);
    }

    [Theory]
    [InlineData("init over an authority", "ca init {lab} --name Lab", 3)]
    [InlineData("issue from an empty folder", "ca issue {empty}", 3)]
    [InlineData("issue from no folder", "ca issue {new}", 3)]
    [InlineData("issue to nobody's file", "ca issue {lab} --person {new}", 3)]
    [InlineData("issue to a file that is no person", "ca issue {lab} --person {text}", 1)]
    [InlineData("issue for a key that is none", "ca issue {lab} --signature-key {text}", 1)]
    [InlineData("issue into a folder that is there", "ca issue {lab} --out {empty}", 3)]
    [InlineData("hold of no file", "ca hold {lab} {new}", 3)]
    [InlineData("hold of what is no certificate", "ca hold {lab} {text}", 1)]
    [InlineData("hold of the authority itself", "ca hold {lab} {anchor}", 1)]
    [InlineData("resume of what is not on hold", "ca resume {lab} {card}", 1)]
    [InlineData("serve from an empty folder", "ca serve {empty}", 3)]
    [InlineData("lists into a file", "ca crl {lab} --out {text}", 3)]
    public void What_cannot_be_done_has_its_code_and_no_path_in_its_message(string row, string line, int code)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(Words(bench, line));
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
        run.All.ShouldNotContain(bench.Authority, Case.Sensitive, row);
    }

    [Fact]
    public void Hold_of_a_card_is_never_lifted_and_revocation_stays()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        Change("hold", 0, "Applied", "Held");
        Change("hold", 1, "AlreadyHeld", "Held");
        Change("resume", 1, "HoldIsNeverLifted", "Held");
        Change("revoke", 0, "Applied", "Revoked");
        Change("revoke", 1, "AlreadyRevoked", "Revoked");
        Change("resume", 1, "AlreadyRevoked", "Revoked");

        void Change(string verb, int code, string outcome, string state)
        {
            ToolRun run = bench.Run("ca", verb, bench.Authority, bench.Signature, "--json");
            ((int)run.Code).ShouldBe(code, verb);
            run.Json[0].GetProperty("outcome").GetString().ShouldBe(outcome, verb);
            run.Json[0].GetProperty("state").GetString().ShouldBe(state, verb);
        }
    }

    [Fact]
    public void Lists_of_the_day_are_published_once()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun first = bench.Run("ca", "crl", bench.Authority, "--json");
        first.Json.Select(list => list.GetProperty("file").GetString()).Order(StringComparer.Ordinal)
            .ShouldBe(["auth-1-13101.crl", "auth-1-full.crl", "sign-1-13101.crl", "sign-1-full.crl"]);
        ToolRun second = bench.Run("ca", "crl", bench.Authority, "--json", "--out", bench.At("lists"));
        second.Code.ShouldBe(ExitCode.Done);
        second.Output.ShouldBeEmpty();
        Directory.GetFiles(bench.At("lists")).Length.ShouldBe(4);
    }

    [Fact]
    public void Certificates_without_a_folder_of_their_own_go_into_the_authoritys()
    {
        using AuthorityBench bench = AuthorityBench.Found();
        ToolRun run = bench.Run("ca", "issue", bench.Authority, "--json");
        run.Code.ShouldBe(ExitCode.Done);
        string folder = run.Json[0].GetProperty("folder").GetString()!;
        folder.ShouldBe("issued/2");
        Directory.GetFiles(Path.Combine(bench.Authority, folder)).Length.ShouldBe(4);
    }

    [Theory]
    [InlineData("settings", "authority.json", "{}")]
    [InlineData("settings that are no JSON", "authority.json", "x")]
    [InlineData("another name", "authority.json", """{"format":1,"organization":"Other Lab","generations":1}""")]
    [InlineData("more generations than keys", "authority.json", """{"format":1,"organization":"Bench Lab","generations":2}""")]
    [InlineData("the real service's name", "authority.json", """{"format":1,"organization":"JPKI","generations":1}""")]
    [InlineData("a key", "keys/sign-1.pem", "x")]
    [InlineData("the register", "register.jsonl", "{}\n")]
    [InlineData("the register's JSON", "register.jsonl", "x\n")]
    public void Damaged_folder_is_undetermined(string row, string file, string content)
    {
        using AuthorityBench bench = AuthorityBench.Found();
        File.WriteAllText(Path.Combine(bench.Authority, file), content);
        ToolRun run = bench.Run("ca", "crl", bench.Authority);
        run.Code.ShouldBe(ExitCode.Undetermined, $"{row}: {run.All}");
        run.Output.ShouldBeEmpty(row);
    }

    [Theory]
    [InlineData("en", "The folder is not empty")]
    [InlineData("ja", "フォルダーが空ではありません")]
    public void Second_authority_in_a_folder_is_told_that_it_is_not_empty(string language, string expected)
    {
        using AuthorityBench bench = AuthorityBench.Found();
        ToolRun run = bench.Run("ca", "init", bench.Authority, "--name", "Lab", "--lang", language);
        run.Code.ShouldBe(ExitCode.Undetermined);
        run.Error.ShouldContain(expected);
        run.Error.ShouldNotContain("IOException");
    }

    [Fact]
    public void Private_keys_that_were_made_are_told_with_their_files()
    {
        using AuthorityBench bench = AuthorityBench.Found();
        ToolRun text = bench.Run("ca", "issue", bench.Authority, "--seed", "7", "--out", bench.At("one"));
        text.Output.ShouldContain("Issued into the folder of --out: sign.cer, auth.cer.");
        text.Output.ShouldContain("sign-key.pem, auth-key.pem.");
        ToolRun json = bench.Run("ca", "issue", bench.Authority, "--seed", "8", "--out", bench.At("two"), "--json");
        json.Json[0].GetProperty("signatureKey").GetString().ShouldBe("sign-key.pem");
        json.Json[0].GetProperty("userAuthenticationKey").GetString().ShouldBe("auth-key.pem");
    }

    [Theory]
    [InlineData("hold of no file", "ca hold {lab} {new}", "CERT: ")]
    [InlineData("hold of what is no certificate", "ca hold {lab} {text}", "CERT: ")]
    [InlineData("issue for a key that is not there", "ca issue {lab} --authentication-key {new}", "--authentication-key: ")]
    [InlineData("issue for a key that is none", "ca issue {lab} --signature-key {text}", "--signature-key: ")]
    [InlineData("no document", "jpki verify {new} --anchor {anchor} --crl {text}", "DOCUMENT: ")]
    [InlineData("no anchor", "jpki verify {card} --anchor {new} --crl {text}", "--anchor: ")]
    [InlineData("no list", "jpki verify {card} --anchor {anchor} --crl {new}", "--crl: ")]
    [InlineData("no stapled response", "jpki status {card} --anchor {anchor} --stapled {new}", "--stapled: ")]
    [InlineData("nothing to look into", "jpki inspect {new}", "FILE: ")]
    [InlineData("nothing to lint", "jpki lint {new}", "FILE: ")]
    public void Message_about_a_file_names_what_it_was_given_by(string row, string line, string expected)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        bench.Run(Words(bench, line)).Error.ShouldStartWith($"mynumber: {expected}", Case.Sensitive, row);
    }

    [Fact]
    public void Nothing_of_the_person_comes_out_while_issuing()
    {
        using AuthorityBench bench = AuthorityBench.Found();
        ToolRun run = bench.Run("ca", "issue", bench.Authority, "--person", bench.Write("person.json", AuthorityBench.Person), "--json");
        run.Code.ShouldBe(ExitCode.Done);
        AuthorityBench.Secrets.ShouldAllBe(secret => !run.All.Contains(secret, StringComparison.Ordinal));
    }

    internal static string[] Words(AuthorityBench bench, string line)
    {
        Directory.CreateDirectory(bench.At("empty"));
        return [.. line.Split(' ').Select(word => word switch
        {
            "{lab}" => bench.Authority,
            "{new}" => bench.At("new"),
            "{empty}" => bench.At("empty"),
            "{card}" => bench.UserAuthentication,
            "{sign}" => bench.Signature,
            "{anchor}" => bench.UserAnchors,
            "{signanchor}" => bench.SignatureAnchors,
            "{person}" => bench.Write("person.json", AuthorityBench.Person),
            "{text}" => bench.Write("text.txt", "no such thing"),
            _ => word,
        })];
    }
}
