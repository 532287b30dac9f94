using MyNumber.Card.Emulation.Issuing;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Tests.Issuing;

public sealed class CardApplyingTests
{
    public static TheoryData<string, CardApplicationForm, CardRefusal> BadForms => new()
    {
        { "under 15 without a representative", Town.Form(person: Town.Person(2011, 4, 2)), CardRefusal.RepresentativeMissing },
        { "an adult ward without a representative", new CardApplicationForm(Town.Id, Town.Person()) { IsAdultWard = true }, CardRefusal.RepresentativeMissing },
        { "no photo", new CardApplicationForm(Town.Id, Town.Person()) { HasPhoto = false }, CardRefusal.PhotoMissing },
        { "born tomorrow", Town.Form(person: Town.Person(2026, 4, 2)), CardRefusal.BirthDateInFuture },
        { "day of birth unknown", Town.Form(person: new FourAttributes("見本　花子", "東京都", Unknown(), Sex.Female)), CardRefusal.BirthDateUnknown },
        { "twelve cells of braille", Braille("アイウエオカキクケコサシ"), CardRefusal.BrailleUnfit },
        { "twelve cells with voicing marks", Braille("ガギグゲゴパ"), CardRefusal.BrailleUnfit },
        { "braille in other letters", Braille("漢字"), CardRefusal.BrailleUnfit },
        { "empty braille", Braille(string.Empty), CardRefusal.BrailleUnfit },
        { "residence was over yesterday", new CardApplicationForm(Town.Id, Town.Person()) { ResidenceUntil = new DateOnly(2026, 3, 31) }, CardRefusal.ResidenceOver },
    };

    [Theory]
    [MemberData(nameof(BadForms))]
    public void An_application_that_cannot_be_taken_is_refused_and_leaves_no_case(string description, CardApplicationForm form, CardRefusal refusal)
    {
        Town town = new();
        CardOutcome outcome = town.Office.Apply(form);
        outcome.Refusal.ShouldBe(refusal, description);
        (outcome.IsDone, outcome.Tasks.Count, outcome.Card).ShouldBe((false, 0, null));
        town.Office.Find(form.Id).ShouldBeNull();
    }

    [Theory]
    [InlineData("eleven cells", "アイウエオカキクケコサ")]
    [InlineData("eleven cells with marks", "ガギグゲゴア")]
    [InlineData("two words", "ミホン ハナコ")]
    public void Braille_that_fits_is_taken(string description, string text) => new Town().Office.Apply(Braille(text)).IsDone.ShouldBeTrue(description);

    [Theory]
    [InlineData("both", false, false, true, true)]
    [InlineData("no signature certificate", true, false, false, true)]
    [InlineData("no user-authentication certificate", false, true, true, false)]
    [InlineData("none", true, true, false, false)]
    public void A_declined_certificate_is_not_on_the_card(string description, bool declinesSignature, bool declinesAuthentication, bool signature, bool authentication)
    {
        CardCase card = new Town().Office.Apply(new CardApplicationForm(Town.Id, Town.Person())
        {
            DeclinesSignature = declinesSignature,
            DeclinesAuthentication = declinesAuthentication,
        }).Card!;
        (card.HasSignature, card.HasAuthentication).ShouldBe((signature, authentication), description);
    }

    [Theory]
    [InlineData("fifteen today", 2011, 4, 1, false, true)]
    [InlineData("fifteen tomorrow", 2011, 4, 2, true, false)]
    public void Under_fifteen_there_is_no_signature_certificate(string description, int year, int month, int day, bool represented, bool signature) =>
        new Town().Office.Apply(new CardApplicationForm(Town.Id, Town.Person(year, month, day)) { SignedByRepresentative = represented })
            .Card!.HasSignature.ShouldBe(signature, description);

    [Fact]
    public void An_adult_ward_gets_no_signature_certificate() =>
        new Town().Office.Apply(new CardApplicationForm(Town.Id, Town.Person()) { IsAdultWard = true, SignedByRepresentative = true }).Card!.HasSignature.ShouldBeFalse();

    [Fact]
    public void An_application_id_is_used_once()
    {
        Town town = new();
        town.Office.Apply(Town.Form()).Tasks.ShouldBe([CardTask.MakeCard]);
        town.Office.Apply(Town.Form()).Refusal.ShouldBe(CardRefusal.ApplicationIdUsed);
        town.Office.Withdraw(Town.Id).IsDone.ShouldBeTrue();
        town.Office.Apply(Town.Form()).Refusal.ShouldBe(CardRefusal.ApplicationIdUsed);
    }

    [Fact]
    public void A_card_is_made_and_announced()
    {
        Town town = new();
        town.Office.Apply(Town.Form());
        CardOutcome made = town.Office.Make(Town.Id, Town.FirstSerial);
        made.Tasks.ShouldBe([CardTask.SendDeliveryNotice]);
        (made.Card!.Stage, made.Card.SerialNumber, made.Card.LastDay).ShouldBe((CardStage.Made, Town.FirstSerial, new DateOnly(2035, 6, 15)));
        town.Office.Notify(Town.Id).Card!.Stage.ShouldBe(CardStage.Notified);
        made.ToString().ShouldBe("done: SendDeliveryNotice");
        made.Card.ToString().ShouldBe("CardCase(Made)");
    }

    [Theory]
    [InlineData("fourteen digits", "40000000000000")]
    [InlineData("a letter", "40000000000000A")]
    [InlineData("full-width digits", "４00000000000001")]
    [InlineData("nothing", null)]
    public void A_serial_number_has_fifteen_digits(string description, string? serial)
    {
        Town town = new();
        town.Office.Apply(Town.Form());
        town.Office.Make(Town.Id, serial!).Refusal.ShouldBe(CardRefusal.SerialNumberUnfit, description);
        town.Office.Find(Town.Id)!.Stage.ShouldBe(CardStage.Applied, description);
    }

    [Fact]
    public void No_two_cards_have_one_serial_number()
    {
        Town town = new();
        town.Bring(Town.Form(), Town.FirstSerial);
        town.Office.Apply(Town.Form(Town.OtherId));
        town.Office.Make(Town.OtherId, Town.FirstSerial).Refusal.ShouldBe(CardRefusal.SerialNumberUsed);
    }

    [Fact]
    public void A_residence_that_ran_out_meanwhile_stops_the_making()
    {
        Town town = new();
        town.Office.Apply(new CardApplicationForm(Town.Id, Town.Person()) { ResidenceUntil = new DateOnly(2026, 4, 1) }).IsDone.ShouldBeTrue();
        town.Clock.Advance(TimeSpan.FromDays(1));
        town.Office.Make(Town.Id, Town.FirstSerial).Refusal.ShouldBe(CardRefusal.ResidenceOver);
    }

    [Fact]
    public void Steps_do_not_jump()
    {
        Town town = new();
        town.Office.Make(Town.Id, Town.FirstSerial).Refusal.ShouldBe(CardRefusal.UnknownApplication);
        town.Office.Apply(Town.Form());
        town.Office.Notify(Town.Id).Refusal.ShouldBe(CardRefusal.WrongStage);
        town.Office.Deliver(Town.Id, Town.Alone, Town.AllPins).Refusal.ShouldBe(CardRefusal.WrongStage);
        town.Office.Make(Town.Id, Town.FirstSerial);
        town.Office.Make(Town.Id, "400000000000002").Refusal.ShouldBe(CardRefusal.WrongStage);
        town.Office.Notify(Town.Id);
        town.Office.Notify(Town.Id).Refusal.ShouldBe(CardRefusal.WrongStage);
    }

    [Fact]
    public void A_card_that_was_made_and_is_not_wanted_is_destroyed()
    {
        Town town = new();
        town.Bring(Town.Form(), Town.FirstSerial);
        town.Office.Withdraw(Town.Id).Tasks.ShouldBe([CardTask.DestroyCard]);
        town.Office.Withdraw(Town.Id).Refusal.ShouldBe(CardRefusal.WrongStage);
        town.Office.Deliver(Town.Id, Town.Alone, Town.AllPins).Refusal.ShouldBe(CardRefusal.WrongStage);
    }

    [Fact]
    public void The_code_on_the_form_says_page_and_id() =>
        Town.Form().QrText(new Uri("https://apply.example/card")).ShouldBe("https://apply.example/card?id=12345678901234567890123");

    [Theory]
    [InlineData("a relative address", "card")]
    [InlineData("an address with a query", "https://apply.example/card?x=1")]
    [InlineData("an address with a fragment", "https://apply.example/card#x")]
    public void The_page_of_the_code_is_plain(string description, string page) =>
        Should.Throw<ArgumentException>(() => Town.Form().QrText(new Uri(page, UriKind.RelativeOrAbsolute)), description);

    [Fact]
    public void A_form_keeps_what_it_does_not_understand_and_shows_nothing()
    {
        CardApplicationForm form = new(Town.Id, Town.Person()) { ProductionCode = "10000019 01/01", Substitutes = new Dictionary<string, string>(StringComparer.Ordinal) { ["×"] = "▲" } };
        (form.ProductionCode, form.Substitutes["×"], form.ToString()).ShouldBe(("10000019 01/01", "▲", "CardApplicationForm(***)"));
        Should.Throw<ArgumentException>(() => new CardApplicationForm(default, Town.Person()));
    }

    private static CardApplicationForm Braille(string text) => new(Town.Id, Town.Person()) { Braille = text };

    private static BirthDate Unknown()
    {
        BirthDate.TryParseCard("19900600"u8, out BirthDate date).ShouldBeTrue();
        return date;
    }
}
