namespace BrowserTests.Stage;

/// <summary>One browser and one bank for all; the tests run one after another, since the agent serves one request at a time.</summary>
[CollectionDefinition(BrowserTest.Name)]
public sealed class BrowserCollection : ICollectionFixture<Theatre>;
