using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.CardContract.Operations;

public static partial class CardOperations
{
    private static readonly CardFileId _loginKey = new(0x0017);
    private static readonly byte[] _hash = SHA256.HashData("a form"u8);
    private static readonly byte[] _challengeCommand = [0x00, 0x84, 0x00, 0x00, 0x08];

    private static IEnumerable<CardOperation> Signing()
    {
        yield return Op("CardSession.SignAsync(CardFileId,ReadOnlyMemory`1)", "a block", v => OpenedAsync(v, () => v.Session.SignAsync(_loginKey, _hash)));
        yield return Op("CardSession.Sign(CardFileId,ReadOnlyMemory`1)", "a block", v => OpenedAsync(v, () => ValueTask.FromResult(v.Session.Sign(_loginKey, _hash))));
        foreach (CardSigningMode mode in CardSigningMode.All)
        {
            yield return Op("CardSession.SignAsync(CardFileId,CardSigningMode,ReadOnlyMemory`1)", mode.Name, v => OpenedAsync(v, () => v.Session.SignAsync(_loginKey, mode, _hash)));
        }

        yield return Op("CardSession.Sign(CardFileId,CardSigningMode,ReadOnlyMemory`1)", "a hash", v =>
            OpenedAsync(v, () => ValueTask.FromResult(v.Session.Sign(_loginKey, CardSigningMode.Hash, _hash))));
        yield return Op("CardSession.SignWithDefaultKeyAsync(ReadOnlyMemory`1)", "a block", async v =>
        {
            await v.Session.SelectApplicationAsync(CardApplicationId.InputSupport);
            return await v.Session.SignWithDefaultKeyAsync(_hash);
        });
        yield return Op("CardSession.InternalAuthenticateAsync(CardFileId,ReadOnlyMemory`1)", "a challenge", async v =>
        {
            await v.Session.SelectApplicationAsync(CardApplicationId.Common);
            return await v.Session.InternalAuthenticateAsync(new CardFileId(0x0019), new byte[32]);
        });
        yield return Op("CardBackedRsa.SignHash(Byte[],HashAlgorithmName,RSASignaturePadding)", "PKCS#1 v1.5", v => SignAsync(v, RSASignaturePadding.Pkcs1)) with { Proof = _ => "signed" };
        yield return Op("CardBackedRsa.SignHash(Byte[],HashAlgorithmName,RSASignaturePadding)", "PSS", v => SignAsync(v, RSASignaturePadding.Pss)) with { Proof = _ => "signed" };
    }

    private static IEnumerable<CardOperation> Channels()
    {
        foreach ((string name, Func<CardVisit, ICardChannel> make) in Decorators())
        {
            yield return Op($"{name}.Transmit(ReadOnlySpan`1,Span`1)", "challenge", v => ValueTask.FromResult(make(v).Transmit(_challengeCommand, new byte[258])));
            yield return Op($"{name}.TransmitAsync(ReadOnlyMemory`1,Memory`1)", "challenge", v => make(v).TransmitAsync(_challengeCommand, new byte[258]));
        }
    }

    private static (string Name, Func<CardVisit, ICardChannel> Make)[] Decorators() =>
    [
        (nameof(GetResponseChannel), v => new GetResponseChannel(v.Connection)),
        (nameof(CorrectLengthChannel), v => new CorrectLengthChannel(v.Connection)),
        (nameof(RepeatedSelectionChannel), v => new RepeatedSelectionChannel(v.Connection)),
        (nameof(RedactingTraceChannel), v => new RedactingTraceChannel(v.Connection, new NoTrace())),
        (nameof(SecureMessagingChannel), v => new SecureMessagingChannel(v.Connection, new byte[16])),
    ];

    private static async ValueTask<T> OpenedAsync<T>(CardVisit visit, Func<ValueTask<T>> call)
    {
        await visit.Session.SelectApplicationAsync(CardApplicationId.Jpki);
        await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => visit.Session.VerifyPinAsync(PinReference.UserAuthentication, pin));
        return await call();
    }

    /// <summary>What comes out must verify under the key that the caller gave, whoever made it.</summary>
    private static async ValueTask<byte[]> SignAsync(CardVisit visit, RSASignaturePadding padding)
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(visit.Session);
        await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin));
        using CardBackedRsa rsa = jpki.CreateRsa(JpkiKey.UserAuthentication, visit.Truth.LoginKey, pss: true);
        byte[] signature = rsa.SignHash(_hash, HashAlgorithmName.SHA256, padding);
        using RSA judge = RSA.Create(visit.Truth.LoginKey);
        return judge.VerifyHash(_hash, signature, HashAlgorithmName.SHA256, padding) ? signature : throw new InvalidOperationException("The signature does not verify.");
    }

    private sealed class NoTrace : IApduTraceSink
    {
        public void Record(in ApduTraceEntry entry)
        {
        }
    }
}
