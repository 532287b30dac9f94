using System.Text;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Signatures.Jws;
using MyNumber.Jpki.Signatures.Timestamps;
using static MyNumber.JpkiFuzz.Rule;

namespace MyNumber.JpkiFuzz.Signatures;

/// <summary>Knows what was really signed, and so which answers may be yes.</summary>
internal sealed class SignatureOracle : ITimestampTrust
{
    private readonly SignatureSeeds _seeds;
    private readonly TimestampVerifier _timestamps;
    private readonly HashSet<string> _signed = [];
    private readonly byte[] _signingInput;

    public SignatureOracle(SignatureSeeds seeds)
    {
        _seeds = seeds;
        _timestamps = new TimestampVerifier(this);
        foreach (byte[] der in (byte[][])[.. seeds.Documents, seeds.Token])
        {
            CmsSignedDocument document = SignatureSeeds.Parse(der);
            foreach (CmsSignerInfo signer in document.Signers)
            {
                _signed.Add(Key(document.Content!.Value, signer));
            }
        }

        _signingInput = seeds.Jws[..Array.LastIndexOf(seeds.Jws, (byte)'.')];
    }

    public VerificationOutcome Judge(ReadOnlyMemory<byte> authority, IReadOnlyList<ReadOnlyMemory<byte>> others, DateTimeOffset at, out VerificationReason reason)
    {
        reason = VerificationReason.None;
        return VerificationOutcome.Valid;
    }

    public string JudgeDocument(byte[] input)
    {
        if (!CmsSignedDocument.TryParse(input, out CmsSignedDocument? document, out VerificationReason reason))
        {
            return $"document: {reason}";
        }

        foreach (CmsSignerInfo signer in document.Signers)
        {
            bool holds = document.Content is { } content && (Holds(signer, content, _seeds.Certificate) || Holds(signer, content, _seeds.SecondCertificate));
            Demand(!holds || _signed.Contains(Key(document.Content!.Value, signer)), "a changed document holds", input);
            _timestamps.VerifySignatureTimestamp(signer, SignatureSeeds.Now);
        }

        SignedDataWriter writer = SignedDataWriter.From(document);
        document.Signers.ToList().ForEach(signer => writer.AddSigner(signer.Fields.Encoded));
        Demand(CmsSignedDocument.TryParse(writer.Encode(), out CmsSignedDocument? again, out _) && again.Signers.Count == document.Signers.Count, "a document that was read cannot be written", input);
        return "document: read";
    }

    public string JudgeToken(byte[] input)
    {
        TimestampResult result = _timestamps.Verify(input, _seeds.Signature, SignatureSeeds.Now);
        if (result.Outcome == VerificationOutcome.Valid)
        {
            CmsSignedDocument document = result.Token!.Document;
            Demand(_signed.Contains(Key(document.Content!.Value, document.Signers[0])), "a changed token holds", input);
        }

        return $"token: {result.Reason}";
    }

    public string JudgeResponse(byte[] input)
    {
        VerificationReason reason = _seeds.Request.ReadResponse(input, out TimestampToken? token);
        Demand((reason == VerificationReason.None) == (token is not null), "an answer with a reason has a token", input);
        return $"answer: {reason}";
    }

    public string JudgeJws(byte[] input)
    {
        if (!JwsToken.TryParse(Encoding.Latin1.GetString(input), out JwsToken? token, out VerificationReason reason))
        {
            return $"jws: {reason}";
        }

        bool holds = token.Method.Fits(_seeds.Certificate.Fields.PublicKey) && token.Method.Holds(_seeds.Certificate, token.SigningInput.Span, token.Signature, TrustAnchor.DefaultArithmetic);
        Demand(!holds || token.SigningInput.Span.SequenceEqual(_signingInput), "a changed token holds", input);
        return holds ? "jws: holds" : "jws: read";
    }

    private static bool Holds(CmsSignerInfo signer, ReadOnlyMemory<byte> content, JpkiCertificate certificate) =>
        CmsSignatureCheck.Verify(signer.Fields, content, certificate.Key) == VerificationReason.None;

    private static string Key(ReadOnlyMemory<byte> content, CmsSignerInfo signer) =>
        Convert.ToHexString(content.Span) + Convert.ToHexString(signer.EncodedSignedAttributes.Span);
}
