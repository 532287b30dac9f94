Console.WriteLine("mynumber");
