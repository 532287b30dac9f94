using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class RsaSnippets
{
    [Fact]
    public async Task Arithmetic_is_chosen_at_the_anchor()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        TrustAnchor anchor = world.Anchors(CertificatePurpose.Signature).Anchors[0];
        #region rsa-arithmetic
        TrustAnchor validated = anchor.WithArithmetic(RsaArithmetic.Platform);  // where a rule asks for a validated module
        #endregion
        validated.HasSigned(validated.Certificate).ShouldBeTrue();
    }

    [Fact]
    public async Task Many_signatures_are_verified()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        JpkiCertificate certificate = world.Anchors(CertificatePurpose.Signature).Anchors[0].Certificate;
        List<(JpkiCertificate Certificate, byte[] Digest, byte[] Signature)> received = [(certificate, new byte[32], new byte[256])];
        CancellationToken stop = CancellationToken.None;
        #region rsa-batch
        RsaSignatureCheck[] checks =
        [
            .. received.Select(row => new RsaSignatureCheck(row.Certificate.RsaKey!, HashAlgorithmName.SHA256, row.Digest, row.Signature)),
        ];
        bool[] holds = new bool[checks.Length];                                // holds[i] answers checks[i]
        RsaBatch.Verify(checks, holds, Environment.ProcessorCount, stop);
        #endregion
        holds.ShouldBe([false]);
    }
}
