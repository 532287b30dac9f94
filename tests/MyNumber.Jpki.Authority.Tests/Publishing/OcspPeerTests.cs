using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.TestKit;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

/// <summary>Clients that nobody here wrote ask the running responder. They use the real clock, so the lab stands at the real second.</summary>
public sealed class OcspPeerTests
{
    // .NET keeps answers by serial for as long as nextUpdate allows.
    private static uint _freshSerial = 0x0500_0000;

    [SkippableTheory]
    [InlineData("good", "none", "-sha1", "-nonce", ": good", "")]
    [InlineData("good, SHA-256", "none", "-sha256", "-nonce", ": good", "")]
    [InlineData("good, no nonce", "none", "-sha1", "-no_nonce", ": good", "")]
    [InlineData("held", "hold", "-sha1", "-nonce", ": revoked", "Reason: certificateHold")]
    [InlineData("held, SHA-256 and no nonce", "hold", "-sha256", "-no_nonce", ": revoked", "Reason: certificateHold")]
    [InlineData("revoked", "revoke", "-sha1", "-nonce", ": revoked", "Reason: affiliationChanged")]
    [InlineData("revoked, SHA-256", "revoke", "-sha256", "-nonce", ": revoked", "Reason: affiliationChanged")]
    [InlineData("unknown", "unknown", "-sha1", "-nonce", ": unknown", "")]
    public async Task Openssl_posts_and_agrees(string description, string change, string hash, string nonce, string expected, string reason)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        IssuedCertificate leaf = Leaf(lab, change);
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, leaf);
        ProgramOutcome outcome = openssl.Run(
            "ocsp", hash, "-issuer", anchor, "-cert", leafPath, "-url", host.OcspAddress.ToString(), "-CAfile", anchor, nonce, "-resp_text");
        outcome.All.ShouldContain("Response verify OK", customMessage: description);
        outcome.All.ShouldContain("leaf.pem" + expected);
        outcome.All.ShouldContain(reason);
        outcome.All.ShouldNotContain("WARNING");
    }

    [SkippableTheory]
    [InlineData("good", "none", "Certificate Status: good")]
    [InlineData("held; it prints no reason", "hold", "Certificate Status: revoked")]
    [InlineData("revoked", "revoke", "Certificate Status: revoked")]
    [InlineData("unknown", "unknown", "Certificate Status: unknown")]
    public async Task Ocsptool_posts_with_nonce_and_agrees(string description, string change, string expected)
    {
        OutsideProgram ocsptool = OutsideProgram.Require("ocsptool", "gnutls-bin");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        IssuedCertificate leaf = Leaf(lab, change);
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, leaf);
        ProgramOutcome outcome = ocsptool.Run(
            "--ask=" + host.OcspAddress, "--load-issuer=" + anchor, "--load-cert=" + leafPath, "--load-signer=" + anchor, "--nonce");
        outcome.All.ShouldContain("Verifying OCSP Response: Success.", customMessage: description);
        outcome.All.ShouldContain(expected);
    }

    [SkippableTheory]
    [InlineData("good", "none", "VALID")]
    [InlineData("held", "hold", "INVALID REVOKED")]
    [InlineData("revoked", "revoke", "INVALID REVOKED")]
    [InlineData("unknown", "unknown", "INVALID UNDETERMINED_REVOCATION_STATUS")]
    public async Task Jdk_gets_and_agrees(string description, string change, string expected)
    {
        OutsideProgram java = OutsideProgram.Require("java", "default-jdk-headless");
        OutsideProgram.Require("javac", "default-jdk-headless");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        IssuedCertificate leaf = Leaf(lab, change);
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, leaf);
        string source = Path.Combine(AppContext.BaseDirectory, "Publishing", "OcspGet.java");
        ProgramOutcome outcome = java.Run(source, leafPath, anchor, host.OcspAddress.ToString());
        outcome.Output.ShouldStartWith(expected, customMessage: description + outcome.Error);
    }

    [SkippableTheory]
    [InlineData("good", "none", "VALID")]
    [InlineData("revoked", "revoke", "INVALID REVOKED")]
    public async Task Jdk_finds_the_responder_in_the_certificate(string description, string change, string expected)
    {
        OutsideProgram java = OutsideProgram.Require("java", "default-jdk-headless");
        OutsideProgram.Require("javac", "default-jdk-headless");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, Leaf(lab, change));
        ProgramOutcome outcome = java.Run(Path.Combine(AppContext.BaseDirectory, "Publishing", "OcspGet.java"), leafPath, anchor);
        outcome.Output.ShouldStartWith(expected, customMessage: description + outcome.Error);
    }

    [SkippableTheory]
    [InlineData("good", "none", X509ChainStatusFlags.NoError)]
    [InlineData("held, which it calls revoked", "hold", X509ChainStatusFlags.Revoked)]
    [InlineData("revoked", "revoke", X509ChainStatusFlags.Revoked)]
    [InlineData("unknown", "unknown", X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation)]
    public async Task Dotnet_gets_from_the_address_in_the_certificate_and_agrees(string description, string change, X509ChainStatusFlags expected)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Other platforms keep their own caches of answers.");
        LabAuthority lab = TestLab.Now(new LabAuthorityOptions { UserAuthenticationSerials = new MonotonicSerialSource(Interlocked.Increment(ref _freshSerial)) });
        await using OcspResponderHost host = await lab.StartResponderAsync();
        IssuedCertificate issued = Leaf(lab, change);
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(issued.Encoded.Span);
        using X509Certificate2 anchor = X509CertificateLoader.LoadCertificate(TestLab.Anchor(lab, issued.Purpose));
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(anchor);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
        chain.ChainPolicy.RevocationFlag = X509RevocationFlag.EndCertificateOnly;
        bool holds = await Task.Run(() => chain.Build(leaf));
        chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status).ShouldBe(expected, description);
        holds.ShouldBe(expected == X509ChainStatusFlags.NoError, description);
    }

    [SkippableTheory]
    [InlineData("signature, current", CertificatePurpose.Signature, KeyGeneration.Current)]
    [InlineData("signature, previous", CertificatePurpose.Signature, KeyGeneration.Previous)]
    [InlineData("user authentication, current", CertificatePurpose.UserAuthentication, KeyGeneration.Current)]
    [InlineData("user authentication, previous", CertificatePurpose.UserAuthentication, KeyGeneration.Previous)]
    public async Task Each_generation_answers_through_its_own_delegate(string description, CertificatePurpose purpose, KeyGeneration generation)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        CardCertificates card = lab.Issue(TestLab.Request(lab, generation: generation));
        IssuedCertificate leaf = purpose == CertificatePurpose.Signature ? card.Signature! : card.UserAuthentication;
        using TemporaryFolder folder = new();
        string anchor = folder.Write("ca.pem", TestLab.Pem("CERTIFICATE", TestLab.Anchor(lab, purpose, generation)));
        string leafPath = folder.Write("leaf.pem", TestLab.Pem("CERTIFICATE", leaf.Encoded));
        ProgramOutcome outcome = openssl.Run("ocsp", "-issuer", anchor, "-cert", leafPath, "-url", host.OcspAddress.ToString(), "-CAfile", anchor);
        outcome.All.ShouldContain("Response verify OK", customMessage: description);
        outcome.All.ShouldContain("leaf.pem: good");
    }

    [SkippableFact]
    public async Task Signed_request_is_answered_like_any_other()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, Leaf(lab, "none"));
        using RSA key = LabKeyPool.Load(6);
        string keyPath = folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        ProgramOutcome outcome = openssl.Run(
            "ocsp", "-issuer", anchor, "-cert", leafPath, "-url", host.OcspAddress.ToString(), "-CAfile", anchor, "-signer", leafPath, "-signkey", keyPath);
        outcome.All.ShouldContain("leaf.pem: good");
    }

    [SkippableTheory]
    [InlineData("wrong signature", "signature", "Response Verify Failure")]
    [InlineData("responder without OCSPSigning", "purpose", "Response Verify Failure")]
    [InlineData("missing nonce", "nonce", "WARNING: no nonce in response")]
    [InlineData("stale", "stale", "Status times invalid")]
    [InlineData("forced unknown", "unknown", "leaf.pem: unknown")]
    [InlineData("key hash of the other generation", "keyhash", "No Status found")]
    [InlineData("try later", "later", "trylater")]
    public async Task Openssl_sees_each_fault(string description, string fault, string expected)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        LabAuthority lab = TestLab.Now();
        await using OcspResponderHost host = await lab.StartResponderAsync();
        lab.Responder.Faults = fault switch
        {
            "signature" => new OcspFaults { WrongSignature = true },
            "purpose" => new OcspFaults { ResponderWithoutOcspSigning = true },
            "nonce" => new OcspFaults { OmitNonce = true },
            "stale" => new OcspFaults { ThisUpdateAge = TimeSpan.FromDays(2) },
            "unknown" => new OcspFaults { ForceUnknown = true },
            "keyhash" => new OcspFaults { WrongIssuerKeyHash = true },
            _ => new OcspFaults { Error = OcspResponseStatus.TryLater },
        };
        using TemporaryFolder folder = new();
        (string leafPath, string anchor) = Files(folder, lab, Leaf(lab, "none"));
        ProgramOutcome outcome = openssl.Run(
            "ocsp", "-issuer", anchor, "-cert", leafPath, "-url", host.OcspAddress.ToString(), "-CAfile", anchor, "-nonce");
        outcome.All.ShouldContain(expected, customMessage: description);
    }

    private static IssuedCertificate Leaf(LabAuthority lab, string change)
    {
        if (change == "unknown")
        {
            lab.Responder.Faults = new OcspFaults { ForceUnknown = true };
        }

        IssuedCertificate leaf = TestLab.Issue(lab).UserAuthentication;
        _ = change switch
        {
            "hold" => lab.Statuses.Hold(leaf.Identity),
            "revoke" => lab.Statuses.Revoke(leaf.Identity, RevocationReason.AffiliationChanged),
            _ => StatusChangeOutcome.Applied,
        };
        return leaf;
    }

    private static (string Leaf, string Anchor) Files(TemporaryFolder folder, LabAuthority lab, IssuedCertificate leaf) => (
        folder.Write("leaf.pem", TestLab.Pem("CERTIFICATE", leaf.Encoded)),
        folder.Write("ca.pem", TestLab.Pem("CERTIFICATE", TestLab.Anchor(lab, leaf.Purpose))));
}
