using System.Globalization;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

/// <summary>openssl, gnutls and the JDK read the lab's lists as we do, and we read theirs.</summary>
public sealed class CrlPeerTests : IDisposable
{
    private const string SerialText = "0A1B2C3D";
    private static readonly DateTimeOffset Since = StatusLab.Now.AddDays(-3);

    private readonly TemporaryFolder _folder = new();

    public CrlPeerTests()
    {
        _folder.Write("ca.pem", PemOf("CERTIFICATE", StatusLab.Anchor.Certificate.RawData.Span));
        _folder.Write("ca.key", StatusLab.Key(0).ExportPkcs8PrivateKeyPem());
        _folder.Write("ca.pkcs8", StatusLab.Key(0).ExportPkcs8PrivateKey());
        _folder.Write("leaf.pem", PemOf("CERTIFICATE", StatusLab.Path().Certificate.RawData.Span));
    }

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("absent", null, "leaf.pem: OK")]
    [InlineData("held", 6, "certificate revoked")]
    [InlineData("revoked", 1, "certificate revoked")]
    public void Openssl_answers_from_the_labs_list(string description, int? reason, string expected)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        WriteList(List(reason));
        string at = StatusLab.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        openssl.RunIn(_folder.Path, "crl", "-in", "list.pem", "-noout", "-verify", "-CAfile", "ca.pem").All.ShouldContain("verify OK", Case.Sensitive, description);
        openssl.RunIn(_folder.Path, "verify", "-CAfile", "ca.pem", "-crl_check", "-CRLfile", "list.pem", "-attime", at, "leaf.pem").All.ShouldContain(expected, Case.Sensitive, description);
    }

    [SkippableTheory]
    [InlineData("right", false)]
    [InlineData("signed by the other generation", true)]
    public void Gnutls_verifies_the_labs_list_as_we_do(string description, bool isWrong)
    {
        OutsideProgram certtool = OutsideProgram.Require("certtool", "gnutls-bin");
        byte[] list = WriteList(List(6) with { SignerKey = isWrong ? 1 : null, NextUpdate = StatusLab.Until }); // gnutls asks the machine's clock
        ProgramOutcome outcome = certtool.RunIn(_folder.Path, "--verify-crl", "--load-ca-certificate", "ca.pem", "--infile", "list.pem");
        CrlStoreTests.Store().TryAdd(list, StatusLab.Anchors, out _).ShouldBe(!isWrong, description);
        outcome.All.Contains("Not verified", StringComparison.OrdinalIgnoreCase).ShouldBe(isWrong, outcome.All);
        outcome.All.Contains("Verified", StringComparison.Ordinal).ShouldBe(!isWrong, outcome.All);
    }

    [SkippableTheory]
    [InlineData("absent", null, "ABSENT")]
    [InlineData("held", 6, "CERTIFICATE_HOLD 1780024800")]
    [InlineData("revoked", 1, "KEY_COMPROMISE 1780024800")]
    public void Jdk_reads_the_labs_list_as_we_do(string description, int? reason, string expected)
    {
        byte[] list = List(reason).Encode();
        _folder.Write("list.der", list);
        ProgramOutcome outcome = Java("read", "list.der", "ca.pem", SerialText);
        outcome.ExitCode.ShouldBe(0, outcome.All);
        outcome.Output.Trim().ShouldBe(expected, description);
        CrlStore store = CrlStoreTests.Store();
        store.TryAdd(list, StatusLab.Anchors, out _).ShouldBeTrue(description);
        CrlStoreTests.Check(store).Reason.ShouldBe((RevocationReason?)reason, description);
    }

    [SkippableTheory]
    [InlineData("held", 6, RevocationState.Held)]
    [InlineData("revoked", 4, RevocationState.Revoked)]
    public async Task List_of_the_jdk_is_read(string description, int reason, RevocationState state)
    {
        string from = StatusLab.Now.AddHours(-1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        ProgramOutcome outcome = Java("write", "jdk.der", "ca.pem", "ca.pkcs8", from, SerialText, reason.ToString(CultureInfo.InvariantCulture));
        outcome.ExitCode.ShouldBe(0, outcome.All);
        await JudgeAsync("jdk.der", description, state, (RevocationReason)reason);
        (await AbsentAsync("jdk.der")).ShouldBe(RevocationState.Good, description);
    }

    [SkippableFact]
    public async Task List_of_gnutls_is_read()
    {
        OutsideProgram certtool = OutsideProgram.Require("certtool", "gnutls-bin");
        _folder.Write("template", """
            crl_number = 32771
            crl_this_update_date = "2026-06-01 02:00:00 UTC"
            crl_next_update_date = "2026-06-03 02:00:00 UTC"
            crl_revocation_date = "2026-05-29 02:00:00 UTC"

            """);
        ProgramOutcome outcome = certtool.RunIn(
            _folder.Path, "--generate-crl", "--load-ca-privkey", "ca.key", "--load-ca-certificate", "ca.pem", "--load-certificate", "leaf.pem", "--template", "template", "--outder", "--outfile", "gnutls.der");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        await JudgeAsync("gnutls.der", "revoked", RevocationState.Revoked, null);
        (await AbsentAsync("gnutls.der")).ShouldBe(RevocationState.Good);
    }

    private static LabList List(int? reason) => new()
    {
        Entries = reason is null ? [([0x01, 0x02], Since, 1)] : [([0x01, 0x02], Since, 1), (StatusLab.Serial, Since, reason)],
    };

    private byte[] WriteList(LabList list)
    {
        byte[] der = list.Encode();
        _folder.Write("list.pem", PemOf("X509 CRL", der));
        return der;
    }

    private async Task JudgeAsync(string file, string description, RevocationState state, RevocationReason? reason)
    {
        RevocationEvidence evidence = CrlStoreTests.Check(await StoreAsync(file));
        (evidence.State, evidence.Reason).ShouldBe((state, reason), description);
        evidence.CrlNumber.ToArray().ShouldBe([0x80, 0x03], description);
    }

    private async Task<RevocationState> AbsentAsync(string file) => CrlStoreTests.Check(await StoreAsync(file), StatusLab.Path([0x0A, 0x1B, 0x2C, 0x3E])).State;

    private async Task<CrlStore> StoreAsync(string file)
    {
        CrlStore store = CrlStoreTests.Store();
        using FileStream stream = File.OpenRead(Path.Combine(_folder.Path, file));
        (await store.AddAsync(stream, StatusLab.Anchors)).ShouldBe(VerificationReason.None);
        return store;
    }

    private ProgramOutcome Java(params string[] arguments)
    {
        OutsideProgram java = OutsideProgram.Require("java", "default-jdk-headless");
        return java.RunIn(_folder.Path, ["--add-exports", "java.base/sun.security.x509=ALL-UNNAMED", Path.Combine(AppContext.BaseDirectory, "Revocation", "Crl", "CrlPeer.java"), .. arguments]);
    }

    private static string PemOf(string label, ReadOnlySpan<byte> der) => System.Security.Cryptography.PemEncoding.WriteString(label, der) + "\n";
}
