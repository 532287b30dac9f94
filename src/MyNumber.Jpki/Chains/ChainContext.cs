using MyNumber.Jpki.Chains.Constraints;
using MyNumber.Jpki.Chains.Names;
using MyNumber.Jpki.Chains.Reading;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Chains;

/// <summary>What one answer is made from, and the work that it may still cost. Used by one thread.</summary>
internal sealed class ChainContext : INameComparisons
{
    private const int MostSteps = 2048, LongestExponent = 4;
    private const int MostReadings = 16, MostComparisons = 1 << 20;

    private readonly Dictionary<(ReadOnlyMemory<byte> Signed, ChainCertificate Signer), VerificationReason> _signatures = [];
    private int _signatureChecks;
    private int _steps;
    private long _comparisons;
    private long _bytes;

    public ChainContext(ChainRequest request)
    {
        Options = request.Options;
        At = request.At.AddTicks(-(request.At.Ticks % TimeSpan.TicksPerSecond));
        Anchors = ReadAll(request.Anchors);
        Intermediates = ReadAll(request.Intermediates);
        List<ChainCrl> lists = [];
        foreach (ReadOnlyMemory<byte> bytes in Options.LeaveStatusOfEveryCertificateToTheCaller ? [] : request.Crls)
        {
            ChainCrl? list = ChainCrl.TryRead(bytes);
            HasUnreadableCrl |= list is null;
            lists.AddRange(list is null ? [] : [list]);
        }

        Crls = [.. lists.OrderByDescending(list => list.ThisUpdate)];
    }

    public ChainOptions Options { get; }

    public DateTimeOffset At { get; }

    public IReadOnlyList<ChainCertificate> Anchors { get; }

    public IReadOnlyList<ChainCertificate> Intermediates { get; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ChainCrl> Crls { get; }

    public bool HasUnreadableCrl { get; }

    /// <summary>Keys of lists that lead to an anchor or not, and those being judged just now.</summary>
    public Dictionary<(ChainCertificate Signer, ChainCertificate Anchor), bool> CrlSigners { get; } = [];

    public bool IsExhausted { get; private set; }

    public static bool Fits(ChainRequest request) =>
        request.Intermediates.Count <= request.Options.MaximumCertificates
        && request.Anchors.Count <= request.Options.MaximumCertificates
        && request.Crls.Count <= request.Options.MaximumCrls
        && request.Crls.Sum(list => (long)list.Length) <= request.Options.MaximumCrlBytes;

    /// <summary>One step of the search.</summary>
    public bool TryStep() => TrySpend(++_steps <= MostSteps);

    /// <summary>The reading of a list's entries; each byte may be read several times, for several certificates.</summary>
    public bool TryReadEntries(int length)
    {
        _bytes += length;
        return TrySpend(_bytes <= MostReadings * (long)Options.MaximumCrlBytes);
    }

    /// <summary>Same DER, or equal by §7.1 where the option says so.</summary>
    public bool AreEqual(NameMatch match) =>
        match == NameMatch.Same || (match == NameMatch.InMeaning && Options.CompareNamesIgnoringCaseWhiteSpaceAndStringType);

    /// <summary>RFC 5280 §6.1. What is self-issued is spared some checks, so names that are equal by §7.1 only do not make it so unless the option says that they are equal.</summary>
    public bool IsSelfIssued(ChainCertificate certificate) => AreEqual(certificate.Subject.Compare(certificate.Issuer));

    /// <summary>Comparisons of names with constraints and of lists with distribution points, of which certificates and lists may bring many, over all paths.</summary>
    public bool TryCompare(int left, int right)
    {
        _comparisons += left * right;
        return TrySpend(_comparisons <= MostComparisons);
    }

    /// <summary>Whether a key may serve at all: kind, curve and length.</summary>
    public VerificationReason CheckKey(ChainCertificate certificate)
    {
        if (!certificate.Key.IsSupported)
        {
            return VerificationReason.ChainAlgorithmNotSupported;
        }

        if (certificate.PublicKey.Curve is not null)
        {
            return VerificationReason.None;
        }

        int size = certificate.PublicKey.KeySize;
        ReadOnlySpan<byte> exponent = certificate.PublicKey.Exponent.Span;
        if (exponent is [1] || exponent[^1] % 2 == 0)
        {
            return VerificationReason.AlgorithmNotAccepted; // RFC 8017 §3.1: odd, from 3; under 1 every signature holds
        }

        if (size > RsaVerificationKey.LongestModulus || exponent.Length > LongestExponent)
        {
            return VerificationReason.ChainAlgorithmNotSupported;
        }

        return size >= (Options.AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors ? RsaPublicOperation.ShortestModulus : RsaVerificationKey.ShortestModulus)
            ? VerificationReason.None
            : VerificationReason.AlgorithmNotAccepted;
    }

    /// <summary>Whether the signer's key signed; each pair is checked once.</summary>
    public VerificationReason CheckSignature(ReadOnlyMemory<byte> toBeSigned, string algorithm, ReadOnlyMemory<byte> signature, ChainCertificate signer)
    {
        if (!_signatures.TryGetValue((toBeSigned, signer), out VerificationReason reason))
        {
            reason = CheckNewSignature(toBeSigned, algorithm, signature, signer);
            _signatures.Add((toBeSigned, signer), reason);
        }

        return reason;
    }

    private VerificationReason CheckNewSignature(ReadOnlyMemory<byte> toBeSigned, string algorithm, ReadOnlyMemory<byte> signature, ChainCertificate signer)
    {
        SignatureScheme? scheme = SignatureScheme.Find(algorithm);
        if (scheme is null)
        {
            return VerificationReason.ChainAlgorithmNotSupported;
        }

        if (scheme.IsWeak && !Options.AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors)
        {
            return VerificationReason.AlgorithmNotAccepted;
        }

        VerificationReason reason = CheckKey(signer);
        if (reason != VerificationReason.None)
        {
            return reason;
        }

        if (!TrySpend(++_signatureChecks <= Options.MaximumSignatureChecks))
        {
            return VerificationReason.ChainWorkExceeded;
        }

        return signer.Key.Verify(toBeSigned.Span, scheme, signature) ? VerificationReason.None : VerificationReason.IssuerSignatureInvalid;
    }

    private bool TrySpend(bool isLeft)
    {
        IsExhausted |= !isLeft;
        return isLeft;
    }

    // What cannot be read can prove nothing; the chain is then missed where it was needed.
    private static List<ChainCertificate> ReadAll(IReadOnlyList<ReadOnlyMemory<byte>> all)
    {
        List<ChainCertificate> read = [];
        foreach (ReadOnlyMemory<byte> der in all)
        {
            if (ChainCertificateReader.TryRead(der) is { } certificate && !read.Exists(known => known.RawData.Span.SequenceEqual(der.Span)))
            {
                read.Add(certificate);
            }
        }

        return read;
    }
}
