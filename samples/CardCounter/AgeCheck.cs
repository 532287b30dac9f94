using MyNumber.Card.Applications.Surface;
using MyNumber.Card.Certificates;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Numbering.People;

namespace CardCounter;

/// <summary>Chapter 5: is the holder of age? The surface application answers with the birth date alone: no PIN, no name, no address.</summary>
internal sealed class AgeCheck(Town town, Narrator narrator)
{
    private const int Age = 20;

    public async Task TellAsync()
    {
        Narrator.Chapter("5 年齢確認 (券面事項確認)");
        AgeAnswer adult = await AskAsync(town.Hanako, town.Hanako.Attributes.BirthDate);
        narrator.Step("券面の生年月日を入れて年齢の記録を読み、発行者の署名を確かめる", $"{Age}歳に達している", adult == AgeAnswer.Reached);
        AgeAnswer child = await AskAsync(town.Child, town.Child.Attributes.BirthDate);
        narrator.Refused("子どものカードで酒を買う", $"{Age}歳に達していません。", child == AgeAnswer.NotReached);
        await WrongAsync();
    }

    private async Task<AgeAnswer> AskAsync(Citizen citizen, BirthDate printed)
    {
        using CardSession session = citizen.Card.Open();
        SurfaceApplication surface = await SurfaceApplication.SelectAsync(session);
        CardIssuerCheck check = await surface.CheckIssuerAsync(town.Anchors);
        using BirthDateKey key = BirthDateKey.From(printed);
        if (check.Issuer is not { } issuer || !(await surface.VerifyBirthDateAsync(key)).IsVerified)
        {
            return AgeAnswer.Unknown;
        }

        AgeRecord record = await surface.ReadAgeRecordAsync();
        return record.IsSignedBy(issuer) ? record.Reaches(Age, town.Today) : AgeAnswer.Unknown;
    }

    private async Task WrongAsync()
    {
        using CardSession session = town.Child.Card.Open();
        SurfaceApplication surface = await SurfaceApplication.SelectAsync(session);
        using BirthDateKey key = BirthDateKey.From(town.Hanako.Attributes.BirthDate);
        PinVerification attempt = await surface.VerifyBirthDateAsync(key);
        narrator.Refused("券面と違う生年月日を入れる", $"生年月日が{Explain.Of(attempt)}", attempt is { Outcome: PinOutcome.WrongPin, TriesLeft: 9 });
    }
}
