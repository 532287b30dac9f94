using System.Globalization;
using System.Text;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Profiles.Json;

/// <summary>The JSON form of <see cref="CardPerson"/>.</summary>
internal sealed class PersonDocument
{
    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string BirthDate { get; init; }

    public required string Sex { get; init; }

    public required string IndividualNumber { get; init; }

    public required PinsDocument Pins { get; init; }

    public required FaceDocument Face { get; init; }

    public CardPerson ToPerson()
    {
        if (!Numbering.People.BirthDate.TryParseCard(Encoding.UTF8.GetBytes(BirthDate), out BirthDate birthDate))
        {
            throw Invalid("birthDate");
        }

        if (!Numbering.IndividualNumber.TryParse(IndividualNumber, out IndividualNumber number))
        {
            throw Invalid("individualNumber");
        }

        Sex sex = Sex switch
        {
            "0" => Numbering.People.Sex.Unknown,
            "1" => Numbering.People.Sex.Male,
            "2" => Numbering.People.Sex.Female,
            "9" => Numbering.People.Sex.NotApplicable,
            _ => throw Invalid("sex"),
        };

        try
        {
            return new CardPerson(new FourAttributes(Name, Address, birthDate, sex), number, Pins.ToPins(), Face.ToFace());
        }
        catch (ArgumentException e)
        {
            throw Invalid(e.ParamName ?? "pins");
        }
    }

    private static FormatException Invalid(string member) => new($"The person document is not valid at {member}.");

    internal sealed class PinsDocument
    {
        public string? Signature { get; init; }

        public string? UserAuthentication { get; init; }

        public string? Residence { get; init; }

        public string? InputSupport { get; init; }

        public CardPins ToPins() => new(Signature, UserAuthentication, Residence, InputSupport);
    }

    internal sealed class FaceDocument
    {
        public required string SerialNumber { get; init; }

        public required string MunicipalityCode { get; init; }

        public required string Expiry { get; init; }

        public required string SecurityCode { get; init; }

        public CardFace ToFace() =>
            DateOnly.TryParseExact(Expiry, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly expiry)
                ? new CardFace(SerialNumber, MunicipalityCode, expiry, SecurityCode)
                : throw Invalid("face.expiry");
    }
}
