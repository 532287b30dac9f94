using System.Net.Http.Headers;
using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;

namespace DocumentSigning;

/// <summary>Brings a signature to the time authority over HTTP and puts the token beside it: from CAdES-B to CAdES-T.</summary>
internal static class Stamping
{
    public static async Task<byte[]> StampAsync(byte[] cms, TimestampHost time)
    {
        CmsSignedDocument document = Read(cms);
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        TimestampRequest request = TimestampRequest.ForSignature(document.Signers[0], random);
        using HttpClient http = new();
        using ByteArrayContent body = new(request.Encode());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using HttpResponseMessage answer = await http.PostAsync(time.Address, body);
        VerificationReason reason = request.ReadResponse(await answer.Content.ReadAsByteArrayAsync(), out TimestampToken? token);
        return token is null ? throw new InvalidOperationException($"The time authority gave no token: {reason}.") : SignatureTimestamps.Attach(document, document.Signers[0], token);
    }

    /// <summary>Bends the token so that it is over another signature.</summary>
    public static byte[] Bend(byte[] cms)
    {
        byte[] bent = [.. cms];
        bent[bent.AsSpan().IndexOf(SHA256.HashData(Read(cms).Signers[0].Signature.Span))] ^= 1;
        return bent;
    }

    private static CmsSignedDocument Read(byte[] cms) =>
        CmsSignedDocument.TryParse(cms, out CmsSignedDocument? document, out VerificationReason reason) ? document : throw new InvalidOperationException($"The document cannot be read: {reason}.");
}
