Console.WriteLine("BankOnboarding");
