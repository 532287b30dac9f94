using System.Globalization;
using System.Text;
using MyNumber.Card.Emulation.Profiles.Json;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Turns a person document into checked values; every mistake is a <see cref="FormatException"/> that names the member.</summary>
internal static class PersonReader
{
    public static CardPerson Read(PersonDocument document)
    {
        if (!BirthDate.TryParseCard(Encoding.UTF8.GetBytes(document.BirthDate), out BirthDate birthDate))
        {
            throw Invalid("birthDate");
        }

        if (!IndividualNumber.TryParse(document.IndividualNumber, out IndividualNumber number))
        {
            throw Invalid("individualNumber");
        }

        Sex sex = ReadSex(document.Sex);
        try
        {
            FourAttributes attributes = new(document.Name, document.Address, birthDate, sex);
            return new CardPerson(attributes, number, ReadPins(document.Pins), ReadFace(document.Face), ReadImages(document.Images));
        }
        catch (ArgumentException e)
        {
            throw Invalid(e.ParamName ?? "pins");
        }
    }

    private static Sex ReadSex(string digit) => digit switch
    {
        "0" => Sex.Unknown,
        "1" => Sex.Male,
        "2" => Sex.Female,
        "9" => Sex.NotApplicable,
        _ => throw Invalid("sex"),
    };

    private static CardPins ReadPins(PersonDocument.PinsDocument document) =>
        new(document.Signature, document.UserAuthentication, document.Residence, document.InputSupport);

    private static CardFace ReadFace(PersonDocument.FaceDocument document) =>
        DateOnly.TryParseExact(document.Expiry, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly expiry)
            ? new CardFace(document.SerialNumber, document.MunicipalityCode, expiry, document.SecurityCode)
            : throw Invalid("face.expiry");

    private static CardImages? ReadImages(PersonDocument.ImagesDocument? document) => document is null
        ? null
        : new CardImages(document.Name, document.Address, document.Photo, document.SecurityCode, document.IndividualNumber);

    private static FormatException Invalid(string member) => new($"The person document is not valid at {member}.");
}
