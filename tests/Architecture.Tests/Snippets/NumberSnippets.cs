using System.Text.Json;
using MyNumber.Numbering;
using MyNumber.Numbering.Annotations;
using MyNumber.Numbering.Hints;
using MyNumber.Numbering.Identification;
using MyNumber.Numbering.Json;

namespace MyNumber.Architecture.Tests;

/// <summary>What the pages on single numbers show.</summary>
public sealed class NumberSnippets
{
    [Fact]
    public void Number_is_parsed_with_a_reason()
    {
        string text = "１２３４－５６７８－９０１２";

        #region parse-number
        bool valid = IndividualNumber.TryParse(text, NumberStyle.Lenient, out IndividualNumber number, out NumberFault fault);
        // １２３４－５６７８－９０１２ is the number on dummy cards: not valid, number is empty, fault is WrongCheckDigit
        #endregion

        valid.ShouldBeFalse();
        number.IsEmpty.ShouldBeTrue();
        fault.ShouldBe(NumberFault.WrongCheckDigit);
    }

    [Fact]
    public void Mask_and_reveal()
    {
        #region mask-and-reveal
        IndividualNumber number = IndividualNumber.Parse("123456789018");
        string shown = $"{number}";                           // IndividualNumber(***)
        string masked = JsonSerializer.Serialize(number);     // "IndividualNumber(***)", which no reader accepts
        JsonSerializerOptions agency = new() { Converters = { new RevealingIndividualNumberConverter() } };
        string revealed = JsonSerializer.Serialize(number, agency);  // "123456789018"
        string digits = number.Reveal();                      // 123456789018
        #endregion

        shown.ShouldBe("IndividualNumber(***)");
        masked.ShouldBe("\"IndividualNumber(***)\"");
        revealed.ShouldBe("\"123456789018\"");
        digits.ShouldBe("123456789018");
    }

    [Fact]
    public void Corporate_number_says_what_its_holder_is()
    {
        #region corporate-kind
        CorporateNumber number = CorporateNumber.Parse("7000012050002");        // 国税庁
        CorporateNumberKind kind = number.Kind;                                 // NationalAdministration
        CorporateNumber strange = CorporateNumber.FromBase(900000000000);       // a right check digit before a base that nobody has
        CorporateNumberWarning warning = strange.Warning;                       // UnassignedLeadingDigit
        #endregion

        kind.ShouldBe(CorporateNumberKind.NationalAdministration);
        warning.ShouldBe(CorporateNumberWarning.UnassignedLeadingDigit);
    }

    [Fact]
    public void Local_government_leads_to_a_corporate_number()
    {
        #region observed-corporate-number
        LocalGovernmentCode tokyo = LocalGovernmentCode.Parse("130001");
        CorporateNumber number = tokyo.DeriveObservedCorporateNumber();         // 8000020130001
        LocalGovernmentCode same = LocalGovernmentCode.FromFiveDigits(13_000);  // 130001
        #endregion

        number.ToString().ShouldBe("8000020130001");
        same.ShouldBe(tokyo);
    }

    [Fact]
    public void Insurer_number_comes_apart()
    {
        #region insurer-parts
        InsurerNumber number = InsurerNumber.Parse("33120015");
        (int length, int law, int prefecture) = (number.Length, number.Law, number.Prefecture);  // 8, 33, 12
        #endregion

        (length, law, prefecture).ShouldBe((8, 33, 12));
    }

    [Fact]
    public void Invoice_number_has_three_standings()
    {
        #region invoice-standing
        InvoiceRegistrationStanding corporation = InvoiceRegistrationNumber.Judge("T9011001029597");  // Valid
        InvoiceRegistrationStanding other = InvoiceRegistrationNumber.Judge("T8040001999011");        // MayBeIndividual: ask the register
        InvoiceRegistrationStanding slip = InvoiceRegistrationNumber.Judge("T901100102959");          // Malformed
        #endregion

        (corporation, other, slip).ShouldBe((InvoiceRegistrationStanding.Valid, InvoiceRegistrationStanding.MayBeIndividual, InvoiceRegistrationStanding.Malformed));
    }

    [Fact]
    public void Text_can_be_several_kinds()
    {
        #region identify-number
        NumberIdentifier.TryIdentify("301234567811", NumberStyle.Strict, out NumberCandidates candidates);
        NumberKinds confirmed = candidates.Confirmed;  // None: no check digit with a known rule is right
        NumberKinds possible = candidates.Possible;    // DriverLicence | CompanyRegistration
        HintOutcome hint = IdentifierHints.DriverLicence("301234567811");  // Plausible, never valid
        #endregion

        confirmed.ShouldBe(NumberKinds.None);
        possible.ShouldBe(NumberKinds.DriverLicence | NumberKinds.CompanyRegistration);
        hint.ShouldBe(HintOutcome.Plausible);
    }

    [Fact]
    public void Back_of_the_card_is_read()
    {
        byte[] scanned = "123456789018\r\n"u8.ToArray();

        #region card-back-qr
        bool isNumber = CardBackQrCode.TryRead(scanned, out IndividualNumber number, out NumberFault fault);
        Span<byte> payload = stackalloc byte[CardBackQrCode.Length];
        CardBackQrCode.TryWrite(number, payload, out int written);  // gives the number away; clear the buffer
        payload.Clear();
        #endregion

        isNumber.ShouldBeTrue();
        fault.ShouldBe(NumberFault.None);
        written.ShouldBe(12);
    }

    [Fact]
    public void Form_is_validated_without_its_text()
    {
        #region number-annotations
        IndividualNumberAttribute strict = new();
        IndividualNumberAttribute typed = new() { Style = NumberStyle.Lenient };
        bool refused = !strict.IsValid("1234-5678-9018");
        bool accepted = typed.IsValid("1234-5678-9018");
        string message = strict.FormatErrorMessage("Number");  // The field Number is not an individual number.
        #endregion

        (refused && accepted).ShouldBeTrue();
        message.ShouldBe("The field Number is not an individual number.");
    }
}
