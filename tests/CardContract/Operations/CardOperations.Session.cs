using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;

namespace MyNumber.CardContract.Operations;

public static partial class CardOperations
{
    private static readonly CardFileId _tokenFile = new(0x0006);
    private static readonly CardFileId _certificateFile = new(0x000A);
    private static readonly CardFileId _cardRecord = new(0x0001);

    private static IEnumerable<CardOperation> Session()
    {
        yield return Do("CardSession.SelectApplicationAsync(CardApplicationId)", "JPKI", v => v.Session.SelectApplicationAsync(CardApplicationId.Jpki));
        yield return Op("CardSession.TrySelectApplicationAsync(CardApplicationId)", "JPKI", v => v.Session.TrySelectApplicationAsync(CardApplicationId.Jpki));
        yield return Op("CardSession.TrySelectApplication(CardApplicationId)", "JPKI", v => ValueTask.FromResult(v.Session.TrySelectApplication(CardApplicationId.Jpki)));
        yield return Do("CardSession.SelectFileAsync(CardFileId)", "token information", async v => await FileAsync(v, CardApplicationId.Jpki, _tokenFile));
        yield return Do("CardSession.SelectFile(CardFileId)", "token information", async v =>
        {
            await v.Session.SelectApplicationAsync(CardApplicationId.Jpki);
            v.Session.SelectFile(_tokenFile);
        });
        yield return Op("CardSession.ReadFileAsync(CardFileId)", "whole certificate file", v => InJpkiAsync(v, () => v.Session.ReadFileAsync(_certificateFile)));
        yield return Op("CardSession.ReadFileAsync(CardFileId,Int32)", "300 bytes", v => InJpkiAsync(v, () => v.Session.ReadFileAsync(_certificateFile, 300)));
        yield return Op("CardSession.ReadDerObjectAsync(CardFileId)", "certificate", v => InJpkiAsync(v, () => v.Session.ReadDerObjectAsync(_certificateFile)));
        yield return Op("CardSession.ReadTlvObjectAsync(CardFileId)", "input-support certificate", async v =>
        {
            await v.Session.SelectApplicationAsync(CardApplicationId.InputSupport);
            return await v.Session.ReadTlvObjectAsync(new CardFileId(0x0004));
        });
        yield return Do("CardSession.WriteFileAsync(CardFileId,Int32,ReadOnlyMemory`1)", "two pieces", async v =>
        {
            await v.Session.SelectApplicationAsync(CardApplicationId.LabFreeArea(1));
            await CardVisit.WithPinAsync(LabCardFactory.FreeAreaPin, pin => v.Session.VerifyPinAsync(MyNumber.Card.Applications.FreeArea.FreeAreaApplication.Pin, pin));
            await v.Session.WriteFileAsync(new CardFileId(0x0003), 16, new byte[300]);
        });
        yield return Op("CardSession.GetDataAsync(UInt16)", "long certificate", async v =>
        {
            await v.Session.SelectApplicationAsync(CardApplicationId.CardManager);
            return await v.Session.GetDataAsync(0x7F21);
        });
        yield return Op("CardSession.ReadBinary(Int32,Span`1)", "one piece", async v =>
        {
            await FileAsync(v, CardApplicationId.Jpki, _tokenFile);
            return v.Session.ReadBinary(0, new byte[32]);
        });
        yield return Op("CardSession.ReadBinaryAsync(Int32,Memory`1)", "one piece", async v =>
        {
            await FileAsync(v, CardApplicationId.Jpki, _tokenFile);
            return await v.Session.ReadBinaryAsync(0, new byte[32]);
        });
        yield return Op("CardSession.GetChallenge(Span`1)", "8 bytes", v =>
        {
            v.Session.GetChallenge(new byte[8]);
            return ValueTask.FromResult(8);
        });
        yield return Op("CardSession.GetChallengeAsync(Memory`1)", "8 bytes", v => v.Session.GetChallengeAsync(new byte[8]));
        yield return Op("CardSession.ReadRecord(Int32,Span`1)", "card record", async v =>
        {
            await FileAsync(v, CardApplicationId.Common, _cardRecord);
            return v.Session.ReadRecord(1, new byte[256]);
        });
        yield return Op("CardSession.ReadRecordAsync(Int32,Memory`1)", "card record", async v =>
        {
            await FileAsync(v, CardApplicationId.Common, _cardRecord);
            return await v.Session.ReadRecordAsync(1, new byte[256]);
        });
        yield return Op("CardSession.GetPinStatusAsync(PinReference)", "login PIN", v => InJpkiAsync(v, () => v.Session.GetPinStatusAsync(PinReference.UserAuthentication)));
        yield return Verify("right login PIN", PinReference.UserAuthentication, LabCardFactory.LoginPin, wrong: false);
        yield return Verify("wrong login PIN", PinReference.UserAuthentication, "0000", wrong: true);
        yield return Verify("wrong signature password", PinReference.Signature, "ZZZ999", wrong: true);
        yield return Op("CardSession.ChangePinAsync(PinReference,CardPin,CardPin,LastTry)", "signature password", v => InJpkiAsync(
            v, () => Value(CardVisit.WithPinsAsync(LabCardFactory.SignaturePassword, "NEW777", (a, b) => v.Session.ChangePinAsync(PinReference.Signature, a, b)))))
            with { ChangesCard = true };
        yield return Op("CardSession.ChangeKeyAsync(PinReference,CardPin,CardPin,LastTry)", "residence PIN", async v =>
        {
            await v.Session.SelectApplicationAsync(CardApplicationId.Residence);
            return await CardVisit.WithPinsAsync(LabCardFactory.ResidencePin, "8888", (a, b) => v.Session.ChangeKeyAsync(PinReference.Residence, a, b));
        }) with { ChangesCard = true };
    }

    private static CardOperation Verify(string description, PinReference reference, string digits, bool wrong) =>
        Op("CardSession.VerifyPinAsync(PinReference,CardPin,LastTry)", description, async v =>
        {
            await v.Session.SelectApplicationAsync(reference.Application!);
            return await CardVisit.WithPinAsync(digits, pin => v.Session.VerifyPinAsync(reference, pin));
        }) with { WrongPin = wrong ? reference : null, ChangesCard = wrong };

    private static async Task FileAsync(CardVisit visit, CardApplicationId application, CardFileId file)
    {
        await visit.Session.SelectApplicationAsync(application);
        await visit.Session.SelectFileAsync(file);
    }

    private static async ValueTask<T> InJpkiAsync<T>(CardVisit visit, Func<ValueTask<T>> call)
    {
        await visit.Session.SelectApplicationAsync(CardApplicationId.Jpki);
        return await call();
    }

    private static async ValueTask<T> Value<T>(Task<T> task) => await task;
}
