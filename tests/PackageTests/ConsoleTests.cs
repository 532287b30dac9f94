namespace MyNumber.PackageTests;

[Collection(PackageCollection.Name)]
public sealed class ConsoleTests(Feed feed)
{
    [Fact]
    public async Task Readmes_ten_lines_run_in_a_fresh_console_project()
    {
        TenLines.Lines.ShouldContain("LabWorld.StartAsync()");
        FreshProject project = await FreshProject.CreateAsync(
            feed, "console", "FreshConsole", $"{TenLines.Usings}\n\n{TenLines.Lines}\n", ("MyNumber.Testing", feed.Version), ("System.Security.Cryptography.Pkcs", TenLines.PkcsVersion));
        await project.BuildAsync();

        (int code, string output, string error) = await project.RunAsync();

        code.ShouldBe(0, error);
        output.Trim().ShouldBe(TenLines.Output);
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Project_of_a_verifier_gets_no_lab_by_its_packages()
    {
        FreshProject project = await FreshProject.CreateAsync(
            feed, "console", "FreshVerifier", "System.Console.WriteLine(typeof(MyNumber.Jpki.Signatures.DocumentVerifier).Name);", ("MyNumber.Jpki", feed.Version), ("MyNumber.Jpki.Pdf", feed.Version), ("MyNumber.Jpki.Xml", feed.Version));
        await project.BuildAsync();

        Directory.EnumerateFiles(project.Output(), "MyNumber.*.dll").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .ShouldBe(["MyNumber.Jpki", "MyNumber.Jpki.Pdf", "MyNumber.Jpki.Xml", "MyNumber.Numbering"]);
        (await project.RunAsync()).Output.Trim().ShouldBe("DocumentVerifier");
    }
}
