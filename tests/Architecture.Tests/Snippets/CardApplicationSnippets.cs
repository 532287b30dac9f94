using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Surface;
using MyNumber.Card.Certificates;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Numbering.People;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class CardApplicationSnippets
{
    [Fact]
    public async Task Attributes_come_out_when_the_issuer_signed_them()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        LabHolder holder = world.Holder;
        CardTrustAnchors anchors = LabCardAuthority.Default.Anchors;
        string? shown = null;
        #region card-read-verified
        using CardSession session = CardSession.Open(holder.Reader.Connect());
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.InputSupport);
        PinVerification attempt = await text.VerifyPinAsync(pin);
        if (attempt.IsVerified)
        {
            InputSupportReading reading = await text.ReadVerifiedAsync(InputSupportParts.Attributes, anchors);
            if (reading.Attributes is { } person)                          // else reading.Outcome says what does not fit
            {
                Show(person);
            }
        }
        #endregion
        shown.ShouldBe(holder.Person.Attributes.Name);

        void Show(FourAttributes read) => shown = read.Name;
    }

    [Fact]
    public async Task Age_is_told_from_a_record_that_the_issuer_signed()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        ICardReader reader = world.Holder.Reader;
        CardTrustAnchors anchors = LabCardAuthority.Default.Anchors;
        BirthDate typed = world.Holder.Person.Attributes.BirthDate;
        typed.TryGetDate(out DateOnly birth).ShouldBeTrue();
        DateOnly today = birth.AddYears(20);
        AgeAnswer answer = AgeAnswer.Unknown;
        #region card-age-check
        using CardSession session = CardSession.Open(reader.Connect());
        SurfaceApplication surface = await SurfaceApplication.SelectAsync(session);
        using BirthDateKey key = BirthDateKey.From(typed);                 // what the holder says: the card opens the record by it
        PinVerification attempt = await surface.VerifyBirthDateAsync(key);
        if (attempt.IsVerified)
        {
            AgeRecord record = await surface.ReadAgeRecordAsync();
            CardIssuerCheck check = await surface.CheckIssuerAsync(anchors);
            bool isGenuine = check.Issuer is { } issuer && record.IsSignedBy(issuer);
            Decide(isGenuine ? record.Reaches(20, today) : AgeAnswer.Unknown);
        }
        #endregion
        answer.ShouldBe(AgeAnswer.Reached);

        void Decide(AgeAnswer told) => answer = told;
    }
}
