using System.Security.Cryptography;
using MyNumber.Card.Certificates;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications;

/// <summary>Whether a card is the one that its issuer made (真正性の確認), with the issuer's check on which that rests.</summary>
/// <remarks>Immutable. It proves that the certified key is in reach of the reader now. It does not prove that the card lies in the reader and not far away behind a relay, nor
/// that the holder is the person.</remarks>
public readonly struct GenuineCardCheck
{
    private const int ChallengeLength = 32;

    private GenuineCardCheck(GenuineCardOutcome outcome, CardIssuerCheck issuer)
    {
        Outcome = outcome;
        Issuer = issuer;
    }

    /// <summary>How it ended.</summary>
    public GenuineCardOutcome Outcome { get; }

    /// <summary>The check of the CV certificate.</summary>
    public CardIssuerCheck Issuer { get; }

    /// <summary>The outcome and the issuer's check.</summary>
    /// <returns>Such as <c>Genuine (issuer Verified: 1310100/000)</c>.</returns>
    public override string ToString() => $"{Outcome} (issuer {Issuer})";

    /// <summary>Goes from the issuer to the key to the card: local steps first, the card's answer last.</summary>
    internal static async ValueTask<GenuineCardCheck> RunAsync(
        CardSession session, CardIssuerCheck issuer, CardPublicKey key, Func<VerifiedCardIssuer, bool> isSignedBy, RandomNumberGenerator random, CancellationToken cancellationToken)
    {
        if (issuer.Issuer is not { } verified)
        {
            return new GenuineCardCheck(GenuineCardOutcome.IssuerNotVerified, issuer);
        }

        if (!isSignedBy(verified))
        {
            return new GenuineCardCheck(GenuineCardOutcome.KeyNotSigned, issuer);
        }

        byte[] challenge = new byte[ChallengeLength];
        random.GetBytes(challenge);
        byte[] block = DigestInfo.Build(HashAlgorithmName.SHA256, SHA256.HashData(challenge));
        byte[] signature = await session.SignWithDefaultKeyAsync(block, cancellationToken).ConfigureAwait(false);
        return new GenuineCardCheck(key.Verifies(challenge, signature) ? GenuineCardOutcome.Genuine : GenuineCardOutcome.Copy, issuer);
    }
}
