using MyNumber.Jpki;
using MyNumber.Jpki.Xml;
using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Tree;
using static MyNumber.JpkiFuzz.Rule;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>Knows what was really signed: an accepted document must hand out one of exactly those texts for what was expected.</summary>
internal sealed class XmlOracle
{
    private readonly XmlSeeds _seeds;
    private readonly Dictionary<XmlExpectation, HashSet<string>> _signed = [];

    public XmlOracle(XmlSeeds seeds)
    {
        _seeds = seeds;
        foreach ((byte[] xml, XmlExpectation expected) in seeds.Documents)
        {
            XmlVerificationResult result = seeds.Strict.VerifyLocally(xml, expected);
            Demand(result.Reason == VerificationReason.None, $"a seed is refused ({result.Reason})", xml);
            string kind = expected.ToString();
            HashSet<string> texts = _signed.FirstOrDefault(row => row.Key.ToString() == kind).Value ?? [];
            texts.Add(Text(result));
            _signed[expected] = texts;
        }
    }

    /// <summary>What the seed's key signed again may be any text, but it must be the one that stands at the expected place.</summary>
    public string Judge(byte[] input, XmlExpectation expected, bool isSignedAgain, bool isStrict)
    {
        XmlVerificationResult result = (isStrict ? _seeds.Strict : _seeds.Open).VerifyLocally(input, expected);
        if (result.Reason == VerificationReason.None)
        {
            Demand(isSignedAgain || _signed[expected].Contains(Text(result)), "a text that was not signed is handed out", input);
            Demand(!isStrict || PlatformReading.CountSignatures(input) == 1, "a second signature is not seen", input);
            Demand(PlatformReading.Shows(result.UnjudgedParts[0], input, expected), "something else is handed out than stands at the expected place", input);
            return isSignedAgain ? "accepted (signed again)" : "accepted";
        }

        Demand(result.SignedParts.Count == 0 && result.Signer is null && result.Outcome == VerificationOutcome.Invalid, "a refused document shows a signer", input);
        return result.Reason.ToString();
    }

    /// <summary>What can be read can be written, and is then read as the same and written as the same.</summary>
    public static void WriteAndReadAgain(byte[] input)
    {
        if (TreeReader.Read(input, out _) is not { } document)
        {
            return;
        }

        foreach (XmlCanonicalization method in Enum.GetValues<XmlCanonicalization>())
        {
            byte[]? once = Canonicalizer.Write(document, CanonicalForm.Of(method));
            byte[]? twice = once is not null && TreeReader.Read(once, out _) is { } again ? Canonicalizer.Write(again, CanonicalForm.Of(method)) : null;
            Demand(once is null || (twice is not null && once.AsSpan().SequenceEqual(twice)), "a canonical form is not canonical", input);
        }
    }

    private static string Text(XmlVerificationResult result) => Convert.ToHexString(result.UnjudgedParts[0].Canonical.Span);
}
