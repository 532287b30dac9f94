namespace MyNumber.LoginLoad;

/// <summary>What came of the races.</summary>
/// <param name="Races">How many there were.</param>
/// <param name="OtherThanOneWinner">Races without exactly one session and a refusal for each of the others.</param>
/// <param name="Wins">Sessions by connection.</param>
internal sealed record RaceResult(int Races, int OtherThanOneWinner, int[] Wins)
{
    public override string ToString() => $"races: {Races} of {Wins.Length} rivals each, {OtherThanOneWinner} with other than one winner; wins by connection {string.Join('/', Wins)}";
}
