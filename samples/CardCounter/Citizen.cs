using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Numbering;
using MyNumber.Numbering.People;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace CardCounter;

/// <summary>Somebody who comes to the counter: the invented person, the papers and the PINs in the head.</summary>
internal sealed class Citizen(ApplicationId application, FourAttributes attributes, IndividualNumber number, CardPins pins)
{
    /// <summary>申請書ID of the present card; a re-issue has another one.</summary>
    public ApplicationId Application { get; set; } = application;

    public FourAttributes Attributes { get; } = attributes;

    public IndividualNumber Number { get; } = number;

    public CardPins Pins { get; set; } = pins;

    /// <summary>The card, once it is made.</summary>
    public IssuedCard? Made { get; set; }

    public IssuedCard Card => Made ?? throw new InvalidOperationException("No card was made yet.");

    /// <summary>The card before, once another one was made.</summary>
    public IssuedCard? Replaced { get; set; }

    /// <summary>The application form as it was sent.</summary>
    public CardApplicationForm Form => new(Application, Attributes);

    /// <summary>The holder types a PIN.</summary>
    public CardPin Type(CardPinKind kind) => CardPin.Copy(Pins.Reveal(kind));
}
