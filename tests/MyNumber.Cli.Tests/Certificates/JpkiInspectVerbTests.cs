using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Tests.Authorities;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Certificates;

public sealed class JpkiInspectVerbTests
{
    [Theory]
    [InlineData("login certificate", "{card}", "Certificate")]
    [InlineData("signature certificate", "{sign}", "Certificate")]
    [InlineData("anchors in PEM", "{anchor}", "Certificate")]
    [InlineData("CMS", "{cms}", "SignedMessage")]
    [InlineData("XML", "{xml}", "Xml")]
    [InlineData("PDF", "{pdf}", "Pdf")]
    [InlineData("list", "{list}", "RevocationList")]
    public void Kind_is_told_by_the_contents_and_nothing_personal_comes_out(string row, string file, string kind)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        bench.Run("ca", "hold", bench.Authority, bench.Signature).Code.ShouldBe(ExitCode.Done);
        string path = Find(bench, file);
        foreach (string language in new[] { "en", "ja" })
        {
            ToolRun text = ToolRun.Of("jpki", "inspect", path, "--lang", language);
            text.Code.ShouldBe(ExitCode.Done, $"{row}: {text.All}");
            AuthorityBench.Secrets.ShouldAllBe(secret => !text.All.Contains(secret, StringComparison.Ordinal), row);
        }

        ToolRun run = bench.Run("jpki", "inspect", path, "--json");
        run.Json[0].GetProperty("kind").GetString().ShouldBe(kind, row);
        AuthorityBench.Secrets.ShouldAllBe(secret => !run.All.Contains(secret, StringComparison.Ordinal), row);
    }

    [Fact]
    public void Holder_comes_out_when_asked()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run("jpki", "inspect", bench.Signature, "--show-holder", "--json");
        run.Json[0].GetProperty("holderName").GetString().ShouldBe("試験　太郎");
        run.Json[0].GetProperty("holderBirthDate").GetString().ShouldBe("19900401");
        run.Json[0].GetProperty("serialNumber").GetString().ShouldBe("04000001");
        bench.Run("jpki", "inspect", bench.Signature, "--json").Json[0].GetProperty("holderName").GetString().ShouldBe("***");
    }

    [Fact]
    public void Values_are_japanese_for_a_person_and_the_standards_for_a_program()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        bench.Run("ca", "hold", bench.Authority, bench.UserAuthentication).Code.ShouldBe(ExitCode.Done);
        string list = bench.PublishNow("auth");
        bench.Run("jpki", "inspect", list, "--lang", "ja").Output.ShouldContain("理由の内訳: 一時保留 1");
        bench.Run("jpki", "inspect", list, "--lang", "ja", "--json").Json[0].GetProperty("reasons").GetString().ShouldBe("CertificateHold 1");
        string text = bench.Run("jpki", "inspect", bench.Signature, "--show-holder", "--lang", "ja").Output;
        new[] { "性別: 男", "鍵用途: デジタル署名、否認防止", "証明書ポリシー: 署名用、カード (" }.ShouldAllBe(row => text.Contains(row, StringComparison.Ordinal));
        bench.Run("jpki", "inspect", bench.Signature, "--lang", "ja", "--json").Output.ShouldBe(bench.Run("jpki", "inspect", bench.Signature, "--json").Output);
    }

    [Fact]
    public void List_is_counted_by_reason()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        bench.Run("ca", "hold", bench.Authority, bench.UserAuthentication).Code.ShouldBe(ExitCode.Done);
        byte[] list = File.ReadAllBytes(bench.PublishNow("auth"));
        ToolRun run = bench.Fed(new MemoryStream(list), "jpki", "inspect", "-", "--json");
        run.Json[0].GetProperty("entries").GetString().ShouldBe("1");
        run.Json[0].GetProperty("reasons").GetString().ShouldBe("CertificateHold 1");
        ToolRun pem = bench.Run("jpki", "inspect", bench.Write("list.pem", PemEncoding.WriteString("X509 CRL", list)), "--json");
        pem.Output.ShouldBe(run.Output);
    }

    [SkippableFact]
    public async Task Question_and_answer_of_openssl_are_read_without_the_serial()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using AuthorityBench bench = AuthorityBench.WithCard();
        using ServedAuthority served = new(bench.Authority);
        openssl.Run("x509", "-inform", "DER", "-in", bench.UserAuthentication, "-out", bench.At("card.pem")).ExitCode.ShouldBe(0);
        openssl.Run(
            "ocsp", "-issuer", bench.UserAnchors, "-cert", bench.At("card.pem"), "-url", await served.AddressAsync(), "-CAfile", bench.UserAnchors, "-reqout", bench.At("request.der"), "-respout", bench.At("response.der"))
            .ExitCode.ShouldBe(0);
        ToolRun request = bench.Run("jpki", "inspect", bench.At("request.der"), "--json");
        request.Json[0].GetProperty("kind").GetString().ShouldBe("OcspRequest");
        request.Json[0].GetProperty("certificates").GetString().ShouldBe("1");
        ToolRun response = bench.Run("jpki", "inspect", bench.At("response.der"), "--json");
        response.Json[0].GetProperty("kind").GetString().ShouldBe("OcspResponse");
        response.Json[0].GetProperty("state").GetString().ShouldBe("good");
        AuthorityBench.Secrets.ShouldAllBe(secret => !(request.All + response.All).Contains(secret, StringComparison.Ordinal));
        bench.Run("jpki", "lint", bench.At("response.der")).Code.ShouldBe(ExitCode.Done);
        bench.Run("jpki", "status", bench.UserAuthentication, "--anchor", bench.UserAnchors, "--stapled", bench.At("response.der")).Code.ShouldBe(ExitCode.Done);
    }

    [SkippableTheory]
    [InlineData("the authority's whole answer", false)]
    [InlineData("the token alone", true)]
    public void Timestamp_of_openssl_is_told_with_its_authority(string row, bool tokenOnly)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run("jpki", "inspect", new StampBench(bench).Stamp(tokenOnly), "--json");
        run.Code.ShouldBe(ExitCode.Done, $"{row}: {run.All}");
        System.Text.Json.JsonElement answer = run.Json[0];
        (answer.GetProperty("kind").GetString(), answer.TryGetProperty("responseStatus", out _)).ShouldBe(("Timestamp", !tokenOnly), row);
        // openssl dgst -sha256 of "what was stamped"
        answer.GetProperty("imprint").GetString().ShouldBe(Convert.ToHexString(SHA256.HashData("what was stamped"u8)), row);
        answer.GetProperty("imprintHash").GetString()!.ShouldStartWith("SHA-256", Case.Sensitive, row);
        answer.GetProperty("authorities").GetString()!.ShouldStartWith("timestamp authority's certificate [CN=Time Signer;", Case.Sensitive, row);
        answer.GetProperty("timestampPolicy").GetString()!.ShouldEndWith(".9", Case.Sensitive, row);
    }

    [SkippableFact]
    public void Persons_certificate_beside_a_timestamp_is_masked()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        using X509Certificate2 card = X509CertificateLoader.LoadCertificateFromFile(bench.UserAuthentication);
        string stamp = new StampBench(bench).Stamp(tokenOnly: true, beside: bench.Write("beside.pem", card.ExportCertificatePem()));
        string told = bench.Run("jpki", "inspect", stamp, "--json").Json[0].GetProperty("authorities").GetString()!;
        told.ShouldContain("[CN=Time Signer;");
        told.ShouldContain("[***;");
        foreach (string secret in AuthorityBench.Secrets)
        {
            told.ShouldNotContain(secret);
        }

        bench.Run("jpki", "inspect", stamp, "--show-holder", "--json").Json[0].GetProperty("authorities").GetString()!.ShouldNotContain("***");
    }

    [Theory]
    [InlineData("a form with an escape sequence", "adbe.pkcs7.detached", "adbe.pkcs7.#1B#5B2J", "form", "adbe.pkcs7.?[2J")]
    [InlineData("a form with a row of its own", "adbe.pkcs7.detached", "adbe.pkcs7.#0Arow12", "form", "adbe.pkcs7.?row12")]
    [InlineData("a field that turns the direction of writing", "/T (Signature1)", "/T <FEFF202E  >", "field", "?")]
    [InlineData("no range", "/ByteRange", "/ByteRanje", "reachesEnd", "cannot be read")]
    public void Odd_words_of_a_pdf_are_told_without_being_obeyed(string row, string from, string to, string name, string expected)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(SignedFiles.Pdf(bench)));
        text.ShouldContain(from, Case.Sensitive, row);
        string file = bench.Write("odd.pdf", System.Text.Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
        bench.Run("jpki", "inspect", file, "--show-holder", "--json").Json[0].GetProperty(name).GetString().ShouldBe(expected, row);
    }

    [Theory]
    [InlineData("rejection", 2, "rejection (2)")]
    [InlineData("waiting", 3, "waiting (3)")]
    public void Answer_without_a_timestamp_is_told_by_its_status(string row, byte status, string expected)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run("jpki", "inspect", bench.Write("refused.tsr", [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, status]), "--json");
        run.Json[0].GetProperty("responseStatus").GetString().ShouldBe(expected, row);
    }

    [Fact]
    public void Pdf_is_told_by_its_revisions_and_signatures_without_the_fields_name()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string file = SignedFiles.Pdf(bench, times: 2);
        System.Text.Json.JsonElement answer = bench.Run("jpki", "inspect", file, "--json").Json[0];
        string[] rows = [.. new[] { "kind", "revisions", "signatures", "documentTimestamps", "revision", "reachesEnd", "revision2", "reachesEnd2", "form2", "timestamps2", "field2" }.Select(name => answer.GetProperty(name).GetString()!)];
        rows.ShouldBe(["Pdf", "3", "2", "0", "2", "no, something follows", "3", "yes", "adbe.pkcs7.detached", "0", "***"]);
        bench.Run("jpki", "inspect", file, "--show-holder", "--json").Json[0].GetProperty("field2").GetString().ShouldNotBe("***");
        ToolRun blank = bench.Run("jpki", "inspect", bench.Write("blank.pdf", SignedFiles.BlankPdf()), "--json");
        (blank.Code, blank.Json[0].GetProperty("signatures").GetString()).ShouldBe((ExitCode.Done, "0"));
    }

    [Theory]
    [InlineData("certificate", "{card}")]
    [InlineData("CMS", "{cms}")]
    [InlineData("XML", "{xml}")]
    [InlineData("list", "{list}")]
    [InlineData("PDF", "{pdf}")]
    public void Damaged_file_is_shown_or_refused_and_never_fails(string row, string file)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        byte[] whole = File.ReadAllBytes(Find(bench, file));
        for (int length = 0; length < whole.Length; length += 1 + (whole.Length / 40))
        {
            ToolRun cut = bench.Run("jpki", "inspect", bench.Write("cut", whole.AsSpan(0, length)));
            cut.Code.ShouldBe(ExitCode.Refused, $"{row} cut at {length}: {cut.All}");
            byte[] changed = [.. whole];
            changed[length] ^= 0x55;
            ToolRun other = bench.Run("jpki", "inspect", bench.Write("changed", changed));
            other.Code.ShouldBeOneOf(ExitCode.Done, ExitCode.Refused);
        }
    }

    [Theory]
    [InlineData("text", "{text}", 1)]
    [InlineData("no file", "{new}", 3)]
    [InlineData("a folder", "{empty}", 3)]
    [InlineData("no argument", "", 2)]
    [InlineData("a mistyped option", "{card} --show-owner", 2)]
    public void Wrong_use_and_wrong_files_have_their_codes(string row, string line, int code)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        ToolRun run = bench.Run(["jpki", "inspect", .. CaVerbTests.Words(bench, line).Where(word => word.Length > 0)]);
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
        run.Output.ShouldBeEmpty(row);
    }

    private static string Find(AuthorityBench bench, string file) => file switch
    {
        "{cms}" => SignedFiles.Attached(bench),
        "{xml}" => SignedFiles.Xml(bench),
        "{pdf}" => SignedFiles.Pdf(bench),
        "{list}" => bench.PublishNow("sign"),
        _ => CaVerbTests.Words(bench, file)[0],
    };
}
