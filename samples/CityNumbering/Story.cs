namespace CityNumbering;

/// <summary>The chapters in their order.</summary>
internal sealed class Story(World world, Narrator narrator, OutputFolder folder, bool english)
{
    public async Task TellAsync()
    {
        Founding founding = new(world, narrator);
        await founding.TellAsync();
        await new FirstRun(world, narrator).TellAsync(founding);
        await new Notices(world, narrator, folder).TellAsync();
        await new CityYear(world, narrator).TellAsync();
        await new Refusals(world, narrator).TellAsync();
        await new DuplicateReview(world, narrator).TellAsync();
        await new Companies(world, narrator).TellAsync();
        await new NumberFile(world, narrator, folder, english).TellAsync();
        await new MixedFile(narrator, folder, english).TellAsync();
        await new Proofs(world, narrator).TellAsync();
    }
}
