using MyNumber.Cli.Contract;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Authorities;

public sealed class CaRoundTripTests
{
    [SkippableFact]
    public async Task Certificate_goes_from_good_over_hold_to_revoked_and_openssl_agrees()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using AuthorityBench bench = AuthorityBench.WithCard();
        using ServedAuthority served = new(bench.Authority);
        string address = await served.AddressAsync();
        string pem = bench.At("card.pem");
        openssl.Run("x509", "-inform", "DER", "-in", bench.UserAuthentication, "-out", pem).ExitCode.ShouldBe(0);
        openssl.Run("verify", "-CAfile", bench.UserAnchors, pem).ExitCode.ShouldBe(0);
        Ask().ShouldContain(": good");
        Status().Code.ShouldBe(ExitCode.Done);

        long entries = Entries();
        bench.Run("ca", "hold", bench.Authority, bench.UserAuthentication).Code.ShouldBe(ExitCode.Done);
        await served.ReachAsync(entries + 1);
        Ask().ShouldContain("certificateHold");
        ToolRun held = Status();
        held.Code.ShouldBe(ExitCode.Refused);
        held.Json[0].GetProperty("state").GetString().ShouldBe("Held");

        entries = Entries();
        bench.Run("ca", "revoke", bench.Authority, bench.UserAuthentication, "--reason", "key-compromise").Code.ShouldBe(ExitCode.Done);
        await served.ReachAsync(entries + 1);
        Status().Json[0].GetProperty("report").GetProperty("status").GetProperty("revocationReason").GetString().ShouldBe("KeyCompromise");
        ToolRun verified = bench.Run("jpki", "verify", bench.UserAuthentication, "--anchor", bench.UserAnchors, "--crl", bench.PublishNow("auth"), "--json");
        verified.Code.ShouldBe(ExitCode.Refused);
        verified.Json[0].GetProperty("reason").GetString().ShouldBe("Revoked");
        (await served.StopAsync()).Code.ShouldBe(ExitCode.Done);
        Status().Code.ShouldBe(ExitCode.Undetermined);

        string Ask() => openssl.Run("ocsp", "-issuer", bench.UserAnchors, "-cert", pem, "-url", address, "-CAfile", bench.UserAnchors).Output;
        ToolRun Status() => bench.Run("jpki", "status", bench.UserAuthentication, "--anchor", bench.UserAnchors, "--ocsp", address, "--json");
        long Entries() => File.ReadLines(Path.Combine(bench.Authority, "register.jsonl")).LongCount();
    }

    [SkippableFact]
    public void Given_public_key_is_certified_and_no_private_key_is_written_for_it()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using AuthorityBench bench = AuthorityBench.Found();
        openssl.Run("genrsa", "-out", bench.At("own.pem"), "2048").ExitCode.ShouldBe(0);
        openssl.Run("rsa", "-in", bench.At("own.pem"), "-pubout", "-out", bench.At("public.pem")).ExitCode.ShouldBe(0);
        bench.Run("ca", "issue", bench.Authority, "--seed", "7", "--signature-key", bench.At("public.pem"), "--out", bench.At("card")).Code.ShouldBe(ExitCode.Done);
        Directory.GetFiles(bench.At("card")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["auth-key.pem", "auth.cer", "sign.cer"]);
        openssl.Run("x509", "-inform", "DER", "-in", bench.Signature, "-noout", "-pubkey").Output.Trim().ShouldBe(File.ReadAllText(bench.At("public.pem")).Trim());
    }
}
