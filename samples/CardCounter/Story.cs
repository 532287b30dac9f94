namespace CardCounter;

/// <summary>The chapters in their order.</summary>
internal sealed class Story(Town town, Narrator narrator)
{
    public async Task TellAsync()
    {
        new Applying(town, narrator).Tell();
        await new Delivery(town, narrator).TellAsync();
        await new ChildCard(town, narrator).TellAsync();
        await new FormFilling(town, narrator).TellAsync();
        await new AgeCheck(town, narrator).TellAsync();
        await new Genuineness(town, narrator).TellAsync();
        await new BlockedPin(town, narrator).TellAsync();
        await new TemporaryStop(town, narrator).TellAsync();
        await new Reissue(town, narrator).TellAsync();
        await new ProtectedPerson(town, narrator).TellAsync();
        await new OneCounter(town, narrator).TellAsync();
        await new FreeArea(town, narrator).TellAsync();
        new Return(town, narrator).Tell();
    }
}
