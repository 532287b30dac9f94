using System.Formats.Asn1;
using System.Globalization;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>The rows of an OCSP request or response (RFC 6960).</summary>
internal static class OcspInspection
{
    private static readonly string[] _refusals = ["successful", "malformedRequest", "internalError", "tryLater", "4", "sigRequired", "unauthorized"];

    /// <exception cref="AsnContentException">A flaw.</exception>
    public static void WriteRequest(ReadOnlyMemory<byte> der, FieldRows rows)
    {
        AsnReader outer = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        AsnReader request = outer.ReadSequence();
        Skip(request, 0);
        Skip(request, 1);
        AsnReader list = request.ReadSequence();
        int count = 0;
        while (list.HasData)
        {
            WriteId(list.ReadSequence().ReadSequence(), rows, ++count);
        }

        bool hasNonce = Is(request, 2) && HasNonce(request.ReadSequence(Context(2)).ReadSequence());
        rows.Add("certificates", "certificates asked about", "照会する証明書の数", count.ToString(CultureInfo.InvariantCulture));
        rows.Add("nonce", "nonce", "ナンス", YesNo(hasNonce, rows));
        rows.Add("signed", "signed by whoever asks", "要求者の署名", YesNo(outer.HasData, rows));
    }

    /// <exception cref="AsnContentException">A flaw.</exception>
    public static void WriteResponse(ReadOnlyMemory<byte> der, FieldRows rows)
    {
        AsnReader outer = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        ReadOnlySpan<byte> status = outer.ReadEnumeratedBytes().Span;
        rows.Add("responseStatus", "response status", "応答の状態", status is [var code] && code < _refusals.Length ? _refusals[code] : "?");
        if (!outer.HasData)
        {
            return;
        }

        AsnReader bytes = outer.ReadSequence(Context(0)).ReadSequence();
        rows.Add("type", "type", "型", bytes.ReadObjectIdentifier() is var type && type == Oids.OcspBasic ? "id-pkix-ocsp-basic" : type);
        AsnReader basic = new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
        WriteData(basic.ReadSequence(), rows);
        rows.Add("signatureAlgorithm", "signature algorithm", "署名の方式", AlgorithmNames.Of(basic.ReadSequence().ReadObjectIdentifier()));
        basic.ReadBitString(out _);
        int certificates = 0;
        for (AsnReader? list = basic.HasData ? basic.ReadSequence(Context(0)).ReadSequence() : null; list?.HasData == true; certificates++)
        {
            list.ReadEncodedValue();
        }

        rows.Add("certificates", "certificates inside", "含まれる証明書の数", certificates.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteData(AsnReader data, FieldRows rows)
    {
        Skip(data, 0);
        bool isNamed = Is(data, 1);
        AsnReader id = data.ReadSequence(Context(isNamed ? 1 : 2));
        rows.Add("responder", "responder", "レスポンダー", isNamed ? NameText.Of(id.ReadEncodedValue()) : Convert.ToHexString(id.ReadOctetString()));
        rows.Add("producedAt", "produced", "作成時刻", CertificateInspection.Time(data.ReadGeneralizedTime()));
        AsnReader answers = data.ReadSequence();
        for (int place = 1; answers.HasData; place++)
        {
            WriteAnswer(answers.ReadSequence(), rows, place);
        }

        rows.Add("nonce", "nonce", "ナンス", YesNo(Is(data, 1) && HasNonce(data.ReadSequence(Context(1)).ReadSequence()), rows));
    }

    private static void WriteAnswer(AsnReader answer, FieldRows rows, int place)
    {
        WriteId(answer.ReadSequence(), rows, place);
        Language language = rows.Language;
        string state = language.Pick("good", "有効");
        if (Is(answer, 1))
        {
            AsnReader revoked = answer.ReadSequence(Context(1));
            string since = CertificateInspection.Time(revoked.ReadGeneralizedTime());
            RevocationReason? reason = revoked.HasData ? (RevocationReason)revoked.ReadSequence(Context(0)).ReadEnumeratedBytes().Span[0] : null;
            string words = reason is { } given ? FieldWords.Of(given, language) : string.Empty;
            state = $"{(reason == RevocationReason.CertificateHold ? language.Pick("held", "一時保留") : language.Pick("revoked", "失効"))} {words} {since}";
        }
        else
        {
            state = Is(answer, 0) ? state : language.Pick("unknown", "照会先が知らない証明書");
            answer.ReadEncodedValue();
        }

        rows.Add(Name("state", place), "state", "状態", state);
        rows.Add(Name("thisUpdate", place), "known up to", "時点 (thisUpdate)", CertificateInspection.Time(answer.ReadGeneralizedTime()));
        rows.Add(Name("nextUpdate", place), "next is due", "次回更新 (nextUpdate)", Is(answer, 0) ? CertificateInspection.Time(answer.ReadSequence(Context(0)).ReadGeneralizedTime()) : null);
    }

    private static void WriteId(AsnReader id, FieldRows rows, int place)
    {
        rows.Add(Name("certIdHash", place), "CertID hash", "CertID のハッシュ", AlgorithmNames.Of(id.ReadSequence().ReadObjectIdentifier()));
        id.ReadOctetString();
        rows.Add(Name("issuerKeyHash", place), "issuer's key hash", "発行者鍵のハッシュ", Convert.ToHexString(id.ReadOctetString()));
        rows.AddPersonal(Name("serialNumber", place), "serial number", "発行の番号", Convert.ToHexString(id.ReadIntegerBytes().Span));
    }

    // The second certificate's rows bear its number.
    private static string Name(string name, int place) => place == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{place}");

    private static bool HasNonce(AsnReader extensions)
    {
        bool found = false;
        while (extensions.HasData)
        {
            found |= extensions.ReadSequence().ReadObjectIdentifier() == Oids.OcspNonce;
        }

        return found;
    }

    private static string YesNo(bool value, FieldRows rows) => value ? rows.Language.Pick("yes", "あり") : rows.Language.Pick("no", "なし");

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number);

    private static bool Is(AsnReader reader, int number) => reader.HasData && reader.PeekTag().HasSameClassAndValue(Context(number));

    private static void Skip(AsnReader reader, int number)
    {
        if (Is(reader, number))
        {
            reader.ReadEncodedValue();
        }
    }
}
