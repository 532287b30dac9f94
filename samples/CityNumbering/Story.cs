namespace CityNumbering;

/// <summary>The chapters in their order.</summary>
internal sealed class Story(World world, Narrator narrator, SampleOptions options)
{
    public async Task TellAsync()
    {
        Founding founding = new(world, narrator);
        founding.Tell();
        await new FirstRun(world, narrator).TellAsync(founding);
        await new Proofs(world, narrator).TellAsync();
        _ = options;
    }
}
