using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Tests.Signatures.Timestamps;
using MyNumber.Jpki.Validation.LongTerm;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Validation.LongTerm;

/// <summary>A stamped document of 2026 and an archive that a later judge looks into.</summary>
internal sealed class PastDesk : IDisposable
{
    /// <summary>The time of the stamp, by its bytes.</summary>
    public static readonly DateTimeOffset Stamped = new(2026, 11, 21, 2, 59, 0, TimeSpan.Zero);

    private const int AuthorityKey = 1;

    public PastDesk() => Cms = Stamps.SignAndStamp();

    public StampDesk Stamps { get; } = new();

    public SigningDesk Desk => Stamps.Signers.Desk;

    public byte[] Cms { get; }

    /// <summary>When the later judge looks; the signer's certificate has expired by then, the timestamp authority has not.</summary>
    public DateTimeOffset Later { get; set; } = new(2030, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public LongTermOptions Options { get; set; } = LongTermOptions.Strict;

    public ArchivedEvidence Archive => new() { Document = Cms };

    public byte[] List(DateTimeOffset thisUpdate, params (byte[] Serial, DateTimeOffset Since, int? Reason)[] entries) => new LabList
    {
        Issuer = Desk.SignatureAuthority.Anchor,
        SignerKey = AuthorityKey,
        ThisUpdate = thisUpdate,
        NextUpdate = thisUpdate.AddDays(2),
        Entries = entries,
    }.Encode();

    public byte[] ListWithSigner(DateTimeOffset thisUpdate, DateTimeOffset since, int reason) => List(thisUpdate, (ShapedLeaf.Signature.Serial, since, reason));

    /// <summary>An answer that the authority signs itself.</summary>
    public byte[] Response(DateTimeOffset thisUpdate, Func<LabAnswer, LabAnswer>? change = null, Func<LabResponse, LabResponse>? changeResponse = null)
    {
        LabAnswer answer = new() { Path = Path, ThisUpdate = thisUpdate, NextUpdate = thisUpdate.AddMinutes(15) };
        LabResponse response = new()
        {
            Answers = [change?.Invoke(answer) ?? answer],
            Signer = Desk.SignatureAuthority.Der,
            SignerKey = AuthorityKey,
            Certificates = [],
            ProducedAt = thisUpdate,
        };
        return (changeResponse?.Invoke(response) ?? response).Encode();
    }

    public LongTermVerifier Verifier(TimestampVerifier? timestamps = null) =>
        new(ShapedAuthority.SignatureAnchors(Desk.SignatureAuthority), timestamps ?? Stamps.Verifier, new ManualTimeProvider(Later), Options);

    public LongTermResult Verify(ArchivedEvidence archive) => Verifier().Verify(archive);

    public LongTermResult VerifyAt(ArchivedEvidence archive, DateTimeOffset at) => Verifier().Verify(archive, at);

    public void Dispose() => Stamps.Dispose();

    private VerifiedPath Path => new(
        StatusLab.Parse(Desk.SignatureDer), Desk.SignatureAuthority.Anchor, CertificateProfiles.CardSignature, JpkiEnvironment.Lab, Stamped);
}
