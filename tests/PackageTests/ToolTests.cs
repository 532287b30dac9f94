namespace MyNumber.PackageTests;

[Collection(PackageCollection.Name)]
public sealed class ToolTests(Feed feed)
{
    [Fact]
    public async Task Tool_is_installed_from_its_package_and_runs()
    {
        (int code, string output, string error) = await Dotnet.RunAsync(await feed.InstallAsync("MyNumber.Cli", "mynumber", "number", "check", "individual"), "123456789018\n123456789012\n");

        code.ShouldBe(1, error);
        output.ShouldContain("1: individual number: valid");
        output.ShouldContain("2: individual number: invalid: WrongCheckDigit");
    }

    [Fact]
    public async Task Card_agent_tells_its_arguments_by_the_name_of_its_command()
    {
        (int code, string output, string error) = await Dotnet.RunAsync(await feed.InstallAsync("MyNumber.CardAgent", "mynumber-card-agent", "--help"), string.Empty);

        code.ShouldBe(0, error);
        output.ShouldStartWith("mynumber-card-agent [--allow ORIGIN]");
    }
}
