using MyNumber.Card.Applications.Surface;
using MyNumber.Card.Certificates;
using MyNumber.Card.Pins;

namespace MyNumber.CardContract.Operations;

public static partial class CardOperations
{
    private static IEnumerable<CardOperation> Surface()
    {
        yield return Op("SurfaceApplication.SelectAsync(CardSession)", "select", v => SurfaceApplication.SelectAsync(v.Session));
        yield return OfSurface("GetPinStatusAsync(PinReference)", "matching number B", app => app.GetPinStatusAsync(PinReference.SurfaceMatchingB));
        yield return OfSurface("VerifyMatchingNumberAsync(MatchingNumberA,LastTry)", "wrong", app =>
            Value(CardVisit.WithNumberAAsync("999999999996", number => app.VerifyMatchingNumberAsync(number)))) with { WrongPin = PinReference.SurfaceMatchingA, ChangesCard = true };
        yield return OfSurface("VerifyMatchingNumberAsync(MatchingNumberB,LastTry)", "wrong", app =>
            Value(CardVisit.WithNumberBAsync("02040120340000", number => app.VerifyMatchingNumberAsync(number)))) with { WrongPin = PinReference.SurfaceMatchingB, ChangesCard = true };
        yield return OfSurface("VerifyBirthDateAsync(BirthDateKey,LastTry)", "wrong", app =>
            Value(CardVisit.WithBirthDateAsync("020402", key => app.VerifyBirthDateAsync(key)))) with { WrongPin = PinReference.SurfaceBirthDate, ChangesCard = true };
        yield return OfSurface("ReadInfoAsync()", "information", app => app.ReadInfoAsync());
        yield return OfSurface("ReadCertificateAsync()", "certificate", app => app.ReadCertificateAsync());
        yield return OfSurface("CheckIssuerAsync(CardTrustAnchors)", "issuer", app => app.CheckIssuerAsync(CardTruth.Anchors))
            with { Proof = result => result is CardIssuerCheck { Outcome: CardIssuerOutcome.Verified } check ? Convert.ToHexString(check.Issuer!.Key.Modulus) : null };
        yield return WithAge("ReadAgeRecordAsync()", "age record", ReadAgeAsync) with { Proof = result => (string?)result };
        yield return WithFace("ReadFaceAsync()", "face", ReadFaceAsync) with { Proof = result => (string?)result };
        yield return WithFace("ReadNumberImageAsync()", "number image", ReadImageAsync) with { Proof = result => (string?)result };
        yield return WithFace("ReadReservedAsync()", "reserved file", app => app.ReadReservedAsync());
        yield return WithAge("CheckGenuineAsync(CardTrustAnchors,AgeRecord,RandomNumberGenerator)", "by the age record", async app =>
            await app.CheckGenuineAsync(CardTruth.Anchors, await app.ReadAgeRecordAsync(), _random)) with { Proof = Genuine };
        yield return WithFace("CheckGenuineAsync(CardTrustAnchors,FaceRecord,RandomNumberGenerator)", "by the face", async app =>
        {
            using FaceRecord face = await app.ReadFaceAsync();
            return await app.CheckGenuineAsync(CardTruth.Anchors, face, _random);
        }) with { Proof = Genuine };
    }

    private static async ValueTask<string?> ReadAgeAsync(SurfaceApplication app)
    {
        AgeRecord record = await app.ReadAgeRecordAsync();
        return await IssuerAsync(app) is { } issuer && record.IsSignedBy(issuer) ? record.BirthDate.ToCardForm() : null;
    }

    private static async ValueTask<string?> ReadFaceAsync(SurfaceApplication app)
    {
        using FaceRecord face = await app.ReadFaceAsync();
        return await IssuerAsync(app) is { } issuer && face.IsSignedBy(issuer)
            ? $"{face.BirthDate.ToCardForm()} {face.Sex} {Convert.ToHexString(face.NameImage.Span)} {Convert.ToHexString(face.AddressImage.Span)} {Convert.ToHexString(face.Photo.Span)}"
            : null;
    }

    private static async ValueTask<string?> ReadImageAsync(SurfaceApplication app)
    {
        using NumberImage image = await app.ReadNumberImageAsync();
        return await IssuerAsync(app) is { } issuer && image.IsSignedBy(issuer) ? Convert.ToHexString(image.Image.Span) : null;
    }

    private static async ValueTask<VerifiedCardIssuer?> IssuerAsync(SurfaceApplication app) => (await app.CheckIssuerAsync(CardTruth.Anchors)).Issuer;

    private static CardOperation OfSurface<T>(string member, string description, Func<SurfaceApplication, ValueTask<T>> call) =>
        Op($"SurfaceApplication.{member}", description, async v => await call(await SurfaceApplication.SelectAsync(v.Session)));

    private static CardOperation WithAge<T>(string member, string description, Func<SurfaceApplication, ValueTask<T>> call) => OfSurface(member, description, async app =>
    {
        await CardVisit.WithBirthDateAsync(LabCardFactory.BirthDate, key => app.VerifyBirthDateAsync(key));
        return await call(app);
    });

    private static CardOperation WithFace<T>(string member, string description, Func<SurfaceApplication, ValueTask<T>> call) => OfSurface(member, description, async app =>
    {
        await CardVisit.WithNumberAAsync("123456789018", number => app.VerifyMatchingNumberAsync(number));
        return await call(app);
    });
}
